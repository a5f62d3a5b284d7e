/** How firmly a verb is asserted. */
import { expect, test } from 'vitest';
import { read } from './clauses.js';
import { commitmentOf } from './commitment.js';
import { tokenize } from './tokens.js';
import { classify } from './word-classes.js';

/** The commitment of the verb with this lemma. */
function levelOf(text: string, lemma: string): string {
  const reading = read(classify(tokenize(text)));
  const index = reading.verbs.findIndex(({ group }) => group.lemma === lemma);
  const { level, emphatic, factive } = commitmentOf(reading, index);
  return [level, ...(emphatic ? ['emphatic'] : []), ...(factive ? ['factive'] : [])].join(' ');
}

test.each([
  ['Mint eases cramps.', 'ease', 'bare'],
  ['Mint does ease cramps.', 'ease', 'bare emphatic'],
  ['Mint will ease cramps.', 'ease', 'bare'],
  ['Mint can ease cramps.', 'ease', 'can'],
  ['Mint often eases cramps.', 'ease', 'frequency'],
  ['Mint may ease cramps.', 'ease', 'hedged'],
  ['Perhaps mint eases cramps.', 'ease', 'hedged'],
  ['Mint appears to ease cramps.', 'ease', 'hedged'],
  ['Mint is likely to ease cramps.', 'ease', 'hedged'],
  ['Mint does not ease cramps.', 'ease', 'negated'],
  ['Mint never eased cramps.', 'ease', 'negated'],
  ['Mint fails to ease cramps.', 'ease', 'negated'],
  ['No herb eases cramps.', 'ease', 'negated'],
  ['There is no evidence that mint eases cramps.', 'ease', 'negated'],
  ['Mint not only eases cramps but tastes good.', 'ease', 'bare'],
  ['It is unclear whether mint eases cramps.', 'ease', 'questioned'],
  ['Scientists study how mint eases cramps.', 'ease', 'questioned'],
  ['Evidence that mint eases cramps is weak.', 'ease', 'questioned'],
  ['If mint eases cramps, a trial will show it.', 'ease', 'conditional'],
  ['Mint would ease cramps.', 'ease', 'conditional'],
  ['People drink mint to ease cramps.', 'ease', 'purpose'],
  ['Mint is used to ease cramps.', 'ease', 'purpose'],
  ['Mint should ease cramps.', 'ease', 'advice'],
  ['Some argue that mint eases cramps.', 'ease', 'attributed'],
  ['According to its makers, mint eases cramps.', 'ease', 'attributed'],
  ['Trials show that mint eases cramps.', 'ease', 'bare factive'],
  ['Mint has been shown to ease cramps.', 'ease', 'bare factive'],
  // Scope
  ['Mint may ease cramps and reduce bloating.', 'reduce', 'hedged'],
  ['Mint probably eases cramps and reduces bloating.', 'reduce', 'hedged'],
  ['Mint may ease cramps and reduces bloating.', 'reduce', 'bare'],
  ['Mint may be old, but it eases cramps.', 'ease', 'bare'],
  ['Mint may relax the gut, easing cramps.', 'ease', 'hedged'],
  ['Mint relaxes the gut, easing cramps.', 'ease', 'bare'],
  ['Mint may help to ease cramps.', 'ease', 'hedged'],
  ['Mint could be a herb that eases cramps.', 'ease', 'hedged'],
  ['The ability of mint to ease cramps is known.', 'ease', 'can'],
  ['They tested whether mint eases cramps and reduces bloating.', 'reduce', 'questioned'],
])('%s (%s)', (text, lemma, expected) => {
  expect(levelOf(text, lemma)).toBe(expected);
});
