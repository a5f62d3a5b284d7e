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
