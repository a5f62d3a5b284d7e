/** The finite-verb chunker: which words are verbs, what their subjects are and how their clauses hang together. */
import { describe, expect, test } from 'vitest';
import { read, type Range } from './clauses.js';
import { tokenize } from './tokens.js';
import { classify } from './word-classes.js';

/** `subject | verb group | rest` of every verb, for comparison. */
function outline(text: string): string[] {
  const { words, verbs } = read(classify(tokenize(text)));
  const say = ({ from, to }: Range): string => words.slice(from, to).map(({ lower }) => lower).join(' ');
  return verbs.map(({ group, subject, rest }) => `${say(subject)} | ${say(group)} | ${say(rest)}`);
}

const finiteVerbs = (text: string): string[] => {
  const { words, verbs } = read(classify(tokenize(text)));
  return verbs.filter(({ group }) => group.kind === 'finite').map(({ group }) => words.slice(group.from, group.to).map(({ lower }) => lower).join(' '));
};

describe('finite verbs', () => {
  test.each([
    // Nouns that are verbs here
    ['Poverty causes disease.', ['causes']],
    ['Long shifts harm nurses.', ['harm']],
    ['Swimming benefits older adults.', ['benefits']],
    ['Use of seat belts cuts deaths.', ['cuts']],
    ['Early shifts lead to tired nurses.', ['lead']],
    ['The gel gently and rapidly reduced swelling.', ['reduced']],
    ['Chewing slowly and thoroughly curbs appetite.', ['curbs']],
    ['The heart rate at 60 predicts fitness.', ['predicts']],
    ['Cures for baldness influence sales.', ['influence']],
    // Verbs that are nouns here
    ['The causes of gout are known.', ['are known']],
    ['Changes in blood pressure were small.', ['were']],
    ['Heart rate control needs patience.', ['needs']],
    ['A balance between rest and stress is good.', ['is']],
    // Past forms
    ['Women given the vaccine had fewer warts.', ['had']],
    ['The tablets eased cramps and were cheap.', ['eased', 'were']],
    ['An increased dose was tried.', ['was tried']],
    ['Patients with reduced vision fell more often.', ['fell']],
    ['The cream, tested in two trials, reduced itching.', ['reduced']],
    ['The study reported fewer falls.', ['reported']],
    ['Diet-induced weight loss lasted a year.', ['lasted']],
    // Auxiliaries
    ['Sage may not significantly have improved recall.', ['may not significantly have improved']],
    ["It'll calm you and help you sleep.", ["it'll calm"]],
    ["The drops don't work.", ["don't work"]],
    // Subordination
    ['The herb that people chew relieves pain.', ['chew', 'relieves']],
    ['Evidence that it helps memory is thin.', ['helps', 'is']],
    ['This helps to protect the eyes.', ['helps']],
    ['Probiotics ease bloating.', ['ease']],
    ['Saw palmetto treats nothing.', ['treats']],
    ['Ginger tea may slow digestion in children.', ['may slow']],
    ['The coating may better target joints.', ['may better target']],
    ['Text messages help older heart patients walk more.', ['help']],
    ['The app lets parents track growth.', ['lets']],
    ['Screening everyone would cost too much.', ['would cost']],
    ['Midwives who train in towns earn less.', ['train', 'earn']],
    ['Counselling delivered by phone works as well as visits.', ['works']],
    ['Men who quit smoking before the operation bled less.', ['quit', 'bled']],
  ])('%s', (text, verbs) => {
    expect(finiteVerbs(text)).toEqual(verbs);
  });
});

describe('subjects and clauses', () => {
  test.each([
    ['In older people, garlic lowered cholesterol.', ['garlic | lowered | cholesterol']],
    ['Licorice, which raises blood pressure, is sweet.', ['licorice | raises | blood pressure', 'licorice , which raises blood pressure , | is | sweet']],
    ['While honey is sweet, it soothes the throat.', ['honey | is | sweet', 'it | soothes | the throat']],
    ['Yoga lowers stress and improves mood.', ['yoga | lowers | stress', 'yoga | improves | mood']],
    ['The oil contains terpenes, reducing itch.', ['the oil | contains | terpenes', 'the oil | reducing | itch']],
    ['Studies show cherries ease gout.', ['studies | show | cherries', 'cherries | ease | gout']],
    ['Nerves are calmed by a warm bath.', ['nerves | are calmed | by a warm bath']],
    ['Since mint eases cramps, many people drink it.', ['mint | eases | cramps', 'many people | drink | it']],
    ['It binds to receptors, which reduces pain.', ['it | binds | to receptors', 'it | reduces | pain']],
  ])('%s', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  test('takes any words without failing', () => {
    for (const text of ['', 'and and and', 'to to', '( ( (', 'which that whether', 'is is is been', "n't 'll", 'by by by by', 'the the , , and']) expect(() => read(classify(tokenize(text)))).not.toThrow();
  });
});
