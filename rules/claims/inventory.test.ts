/** The claims inventory: shape, spans, sources. */
import { expect, test } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { claimsIn } from './inventory.js';

test('lists each claim with its words, strength and sources', () => {
  const text = '# Tea\n\nGreen tea lowers cholesterol.[^1] It may ease stress.\n\n## References\n\nTea causes nothing.\n\n[^1]: Lee 2020.\n';
  const claims = claimsIn(parseArticle(text));
  expect(claims.map(({ exposure, relation, outcome, strength, commitment, direction, sources }) => ({ exposure, relation, outcome, strength, commitment, direction, sources: sources.length }))).toEqual([
    { exposure: 'Green tea', relation: 'lowers', outcome: 'cholesterol', strength: 'direct', commitment: 'bare', direction: 'benefit', sources: 1 },
    { exposure: 'It', relation: 'may ease', outcome: 'stress', strength: 'conditional', commitment: 'hedged', direction: 'benefit', sources: 0 },
  ]);
  for (const claim of claims) {
    expect(text.slice(claim.start, claim.end)).toBe(claim.text);
    expect(claim.sentence.start).toBeLessThanOrEqual(claim.start);
    expect(claim.sentence.end).toBeGreaterThanOrEqual(claim.end);
  }
});

test('counts claims whose ends no lexicon knows, and leaves questions out', () => {
  const strengths = (text: string): string[] => claimsIn(parseArticle(text)).map(({ strength }) => strength);
  expect(strengths('The gadget improves posture.')).toEqual(['direct']);
  expect(strengths('Does the gadget improve posture?')).toEqual([]);
  expect(strengths('Coffee is linked to longer life.')).toContain('correlational');
});
