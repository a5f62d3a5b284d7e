/** Claims: who does what to what, how strongly, to whose good. */
import { expect, test } from 'vitest';
import type { Sentence } from '../article/article.js';
import { claimsOf, commitmentLabel, directionOf, strengthOf } from './claims.js';

function claimIn(text: string): string | undefined {
  const sentence: Sentence = { start: 0, end: text.length, text, question: false, citations: [] };
  const order = ['direct', 'conditional', 'correlational', 'none'];
  const [best] = [...claimsOf(sentence)].sort((a, b) => order.indexOf(strengthOf(a)) - order.indexOf(strengthOf(b)));
  return best && `${best.exposure.name} ${best.relation.lemma} ${best.outcome.name}: ${strengthOf(best)}, ${commitmentLabel(best)}, ${directionOf(best)}`;
}

test.each([
  ['Garlic lowers blood pressure.', 'garlic lower blood pressure: direct, bare, benefit'],
  ['Garlic may lower blood pressure.', 'garlic lower blood pressure: conditional, hedged, benefit'],
  ['Garlic does not lower blood pressure.', 'garlic lower blood pressure: direct, negated, benefit'],
  ['Kava damages the liver.', 'kava damage liver: direct, bare, harm'],
  ['Licorice causes hypertension.', 'licorice cause hypertension: direct, bare, harm'],
  ['Anxiety is relieved by lavender oil.', 'lavender oil relieve anxiety: direct, bare, benefit'],
  ['Tea tree oil is effective against acne.', 'tea tree oil effective acne: direct, bare, benefit'],
  ['Yoga has a positive effect on mood.', 'yoga effect mood: direct, bare, benefit'],
  ['Coffee is linked to insomnia.', 'coffee link insomnia: correlational, bare, unclear'],
])('%s', (text, expected) => {
  expect(claimIn(text)).toBe(expected);
});

test.each(['People drink chamomile to calm anxiety.', 'Turmeric is a root.', 'The article discusses garlic.', 'Garlic has led to new interest in herbs.'])('no claim: %s', (text) => {
  expect(claimIn(text)).toBeUndefined();
});

test.each([
  ['Early menopause ups heart failure risk', 'direct'],
  ['Reminders help smokers quit', 'direct'],
  ['Poor diet to blame for rise in diabetes', 'direct'],
  ['Soot behind thousands of asthma attacks', 'direct'],
  ['Fish oil no better than placebo for back pain', 'direct'],
  ['Compound found effective against resistant tuberculosis', 'direct'],
  ['Removing the enzyme made mice resistant to obesity.', 'direct'],
  ['Inhaled insulin is as good as injections.', 'direct'],
  ['The pills were well tolerated and cut the number of relapses.', 'direct'],
  ['The diet may put children at risk of kidney disease', 'conditional'],
  ['Skipping sugar could prevent more than half of all cases of diabetes', 'conditional'],
  ['People with diabetes tend to fare worse after surgery', 'correlational'],
  ['The more fish they ate, the fewer strokes they had.', 'correlational'],
  ['Survivors have double the risk of heart disease.', 'correlational'],
  ['Stroke rates rise with temperature.', 'correlational'],
  ['Iron levels low in vegans', 'correlational'],
  ['The doctors were able to cure malaria in pigs by cooling them.', 'direct'],
  ['A tax on sugar would prevent many heart attacks.', 'conditional'],
  ['The gel might one day be used to slow arthritis.', 'conditional'],
  ['Gout is more severe in men who drink beer.', 'correlational'],
  ['Gout is common among brewers.', 'correlational'],
  ['Towns with clean air have fewer hospital stays.', 'correlational'],
  ['Readers scored ten points higher in the recall test.', 'correlational'],
  ['Painters who skip lunch weigh more.', 'correlational'],
  ['Painters exposed to lead had a smaller brain volume.', 'correlational'],
  ['The number of malaria cases has doubled since then.', 'correlational'],
  ['The amygdala responds differently in shy people.', 'correlational'],
  ['Because of the ban, fewer painters fell ill.', 'direct'],
  ['Thousands of cooks die each year as a result of smoke.', 'direct'],
  ['The knee joint hurts because its lining is worn.', 'direct'],
  ['Because of the small sample, the answers should be read with care.', 'none'],
  ['Cooks with pneumonia due to smoke were kept in bed.', 'none'],
  ['Neighbours used cannabis to ease pain.', 'none'],
  ['Surgeons have used stem cells to cure deafness in cats.', 'direct'],
  ['Surgeons succeeded in restoring vision in cats.', 'direct'],
  ['Tea breaks confer a range of benefits on nurses.', 'direct'],
  ['The moss extract holds promise for people with gout.', 'conditional'],
  ['A molecule that blocks pain receptors could offer relief to runners.', 'conditional'],
  ['Sudden noise could be what triggers migraine.', 'conditional'],
  ['A second dose made no difference to survival.', 'direct'],
  ['Gout, a disease that destroys joints, is treated at the clinic.', 'none'],
  ['Weavers exposed to dyes that damage nerves are more likely to fall.', 'correlational'],
  ['Vets have enabled deaf cats to hear a whistle.', 'direct'],
  ['The enzyme turned out to protect nerves from damage.', 'direct'],
  ['It is the timing of meals, not their size, that drives weight gain.', 'direct'],
  ['The lab found a new gene that causes deafness in cats.', 'direct'],
  ['The scan determines the risk of stroke.', 'correlational'],
  ['Cases of scurvy climbed by half in two years.', 'correlational'],
  ['Vets have found that changes in diet led to fewer hairballs and less pain.', 'direct'],
  ['There is growing evidence that changes in diet led to a drop in blood sugar.', 'direct'],
  ['They found that reduced sleep impairs memory.', 'direct'],
  ['A protein called KLB drives the growth of tumors.', 'direct'],
  ['Research presented today at the meeting of the Moss Association shows that tea lowers blood pressure.', 'direct'],
  ['A diet rich in nuts and seeds leads to weight loss.', 'direct'],
  ['They have shown how chronic stress leads to weight loss.', 'direct'],
  ['The rise in asthma was attributed to dust from the quarry.', 'direct'],
  ['The swelling is caused by an excess of salt.', 'direct'],
  ['The growth can be slowed with a common gel.', 'direct'],
  ['The peptide allows the drug to enter the brain.', 'direct'],
  ['The method allows vets to follow single cells.', 'none'],
  ['The lens makes it possible to see single cells.', 'none'],
  ['Infection alters how beetles smell.', 'direct'],
  ['The spray gave sailors an extra year of life.', 'direct'],
  ['The brace is of no benefit to older runners.', 'direct'],
  ['The moss pill looks promising in mice.', 'conditional'],
  ['The moss pill offers hope to sailors with gout.', 'conditional'],
  ['Asthma and eczema often occur together.', 'correlational'],
  ['Few nurses follow the guidelines.', 'none'],
  ['They tested a drug that lowers cholesterol.', 'none'],
  ['Proteins that control cell growth are what she works on.', 'none'],
  ['The hope is that the gel heals burns.', 'none'],
  ['The lab has found a drug that lowers cholesterol.', 'direct'],
  ['Keeping a food diary doubles weight loss.', 'direct'],
  ['Work schedules affect survival.', 'direct'],
  ['A hormone that is released after meals slows the growth of hair.', 'direct'],
  ['A patch that dissolves in the skin produces a stronger immune response than an injection does.', 'direct'],
  ['One of the herbs protects cats against asthma.', 'direct'],
  ['Being lonely increases the risk of stroke.', 'direct'],
  ['The food we eat affects the brain.', 'direct'],
  ['The way nurses talk to patients lowers blood pressure.', 'direct'],
  ['Those who sang lost twice as much weight as those who did not.', 'correlational'],
  ['A slow enzyme might explain why some cats gain weight.', 'conditional'],
  ['Runners should ask a doctor before they stop taking aspirin.', 'none'],
  ['Iron uptake is reduced after bowel surgery.', 'correlational'],
  ['The prevalence of asthma rose in all age groups.', 'correlational'],
  ['The lab has built a test that can predict whether a graft will fail.', 'correlational'],
  ['The link between asthma and diet deserves further study.', 'none'],
  ['Larger trials are needed to confirm the link between tea and sleep.', 'none'],
  ['Future research may clarify the relationship between weight and pain.', 'none'],
  ['Few nurses had any knowledge of risk factors for stroke.', 'none'],
  ['A high prevalence of goitre was seen in the villages.', 'none'],
  ['Little is known about how the hormone affects sleep.', 'none'],
  ['More than half of the readers asked about it.', 'none'],
  ['It is the most common question in the clinic.', 'none'],
  ['There is concern that the drug may increase weight.', 'none'],
])('%s is %s', (text, expected) => {
  const strengths = claimsOf({ start: 0, end: text.length, text, question: false, citations: [] }).map(strengthOf);
  expect(['direct', 'conditional', 'correlational'].find((one) => strengths.includes(one as 'direct')) ?? 'none').toBe(expected);
});
