/** Experiments told in two steps, and what only looks like one. */
import { expect, test } from 'vitest';
import type { Sentence } from '../article/article.js';
import { claimsOf, strengthOf } from './claims.js';

function strengths(text: string): string[] {
  const sentence: Sentence = { start: 0, end: text.length, text, question: false, citations: [] };
  return claimsOf(sentence).map(strengthOf);
}

test.each([
  'When rats were fed garlic, their tumours shrank.',
  'Once the receptor was blocked, the animals slept longer.',
  'After the team deleted the gene, the flies lived a third longer.',
  'Mice that lack the hormone stay thin on any diet.',
  'Rats engineered to carry the variant had fewer seizures.',
  'Worms without the protein died within days.',
])('direct: %s', (text) => {
  expect(strengths(text)).toContain('direct');
});

test.each([
  'When the women were asked, their answers became shorter.',
  'Mice lacking the gene were bought from a dealer.',
  'When patients were referred, the clinic became full.',
  'After the survey ended, the mood improved.',
])('not direct: %s', (text) => {
  expect(strengths(text)).not.toContain('direct');
});
