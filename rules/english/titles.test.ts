/** Titles: the verb that may be a noun, the auxiliary and the article left out, the source put last. */
import { expect, test } from 'vitest';
import type { Sentence } from '../article/article.js';
import { claimsOf, strengthOf } from './claims.js';
import { readingOf } from './clauses.js';

function sentenceOf(text: string): Sentence {
  return { start: 0, end: text.length, text, question: text.endsWith('?'), citations: [] };
}

test.each([
  ['Drought changes river bacteria', 'change'],
  ['Kava works slowly against panic', 'work'],
  ['Cold snaps kill more pensioners than heat', 'kill'],
  ['Gout sufferers face higher bills', 'face'],
  ['Parkinson s patients walk better after boxing', 'walk'],
  ['Fractures increase with age study finds', 'increase'],
  ['Blood sugar levels and sleep', undefined],
])('the verb of %s is %s', (text, lemma) => {
  expect(readingOf(sentenceOf(text)).verbs.find(({ group }) => group.kind === 'finite')?.group.lemma).toBe(lemma);
});

test.each([
  ['Deforestation breeds a wave of malaria', 'direct'],
  ['Poverty changes infant brain', 'direct'],
  ['Hamsters protected from weight gain by soil germ', 'direct'],
  ['Smoke-free law credited with fewer heart attacks', 'direct'],
  ['Sugar a leading driver of tooth loss', 'direct'],
  ['Lazy enzyme the culprit in rare skin disorder', 'direct'],
  ['Shots safe and effective in pregnancy', 'direct'],
  ['Brace of little value after ankle sprain', 'direct'],
  ['The role of salt in stroke', 'direct'],
  ['A gentler way to prevent kidney stones', 'direct'],
  ['Gift cards get smokers to quit', 'direct'],
  ['Screen time has had little to do with falling test scores', 'direct'],
  ['Broccoli extract a possible treatment for autism', 'conditional'],
  ['Pill likely to slow bone loss', 'conditional'],
  ['Breath test spots kidney disease', 'correlational'],
  ['Obese boys have stiffer arteries', 'correlational'],
  ['Night shifts linked to higher pulse', 'correlational'],
  ['Shift work not a factor in back pain', 'correlational'],
  ['Asthma visits higher near motorways', 'correlational'],
  ['Racial gap in survival after kidney transplant', 'correlational'],
  ['Longer commutes, shorter nights', 'correlational'],
  ['Half of gout patients develop kidney stones', 'correlational'],
  ['Vision problems often not present in older adults', 'correlational'],
  ['Overdoses down 20 percent after clinic opens', 'correlational'],
  ['Breech babies at risk of hip trouble', 'correlational'],
  ['Snoring a clue to later stroke', 'correlational'],
  ['Low iron may signal bowel disease', 'correlational'],
  ['Sniff test could spot Parkinson disease', 'conditional'],
  ['Nose spray promising against migraine', 'conditional'],
  ['Heat waves to increase asthma attacks', 'direct'],
  ['Enzyme needed for sperm growth', 'direct'],
  ['Nurse led clinics cut readmissions', 'direct'],
  ['Anticoagulant lowers stroke risk', 'direct'],
  ['Corneas from older donors work well', 'direct'],
  ['Scientists show how salt worsens hives', 'direct'],
  ['Nap best medicine for jet lag', 'direct'],
  ['MRI better at spotting hairline fractures', 'correlational'],
  ['Vaccines and asthma no link found', 'correlational'],
  ['Rates of gout rise among women', 'correlational'],
  ['Findings may lead to new gout pills', 'conditional'],
  ['Mint oil possibly useful for colic', 'conditional'],
  ['Old well likely cause of hepatitis cluster', 'conditional'],
  ['Massage may be a treatment for colic', 'conditional'],
  ['Eye test can tell who will develop glaucoma', 'correlational'],
  ['Gene may explain why some smokers stay healthy', 'conditional'],
  ['Shorter sleep in children of smokers', 'correlational'],
  ['Panel recommends screening for gout', 'none'],
  ['Pulse forecasts kidney failure', 'correlational'],
  ['Enzyme may hold key to baldness', 'conditional'],
  ['Jogging grows new brain cells', 'direct'],
  ['Vaccine shortage raises questions', 'none'],
  ['Counting calories the smart way', 'none'],
  ['Women who nap raise their risk of falls', 'direct'],
  ['Trigger for rare rash found', 'direct'],
  ['Gene that causes cataracts discovered', 'direct'],
  ['Surgeons restore hearing in ferrets', 'direct'],
  ['Researchers pinpoint cause of cluster headache', 'direct'],
  ['Soot leading cause of asthma visits', 'direct'],
  ['New hope for people with tinnitus', 'conditional'],
  ['Scanner may aid in stroke care', 'conditional'],
  ['Gaps persist in eye care', 'correlational'],
  ['Farmers hit harder by heat', 'correlational'],
  ['Smokers show altered brain structure', 'correlational'],
  ['Researchers seek cause of rare rash', 'none'],
  ['Is cocoa good for the heart?', 'none'],
  ['Do we need more dentists', 'none'],
  ['What causes gout?', 'none'],
  ['Are night workers more likely to smoke?', 'none'],
  ['Clinic receives gift for asthma research', 'none'],
  ['Nurses visit mothers at home', 'none'],
  ['New hope, new home', 'none'],
])('%s is %s', (text, expected) => {
  const strengths = claimsOf(sentenceOf(text)).map(strengthOf);
  expect(['direct', 'conditional', 'correlational'].find((one) => strengths.includes(one as 'direct')) ?? 'none').toBe(expected);
});
