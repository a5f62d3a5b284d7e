/** Verb forms and articles. */
import { describe, expect, test } from 'vitest';
import { indefiniteArticle, verbForms, verbReading } from './inflection.js';

describe('verbForms', () => {
  test.each([
    ['reduce', 'reduces', 'reduced', 'reduced', 'reducing'],
    ['stop', 'stops', 'stopped', 'stopped', 'stopping'],
    ['modify', 'modifies', 'modified', 'modified', 'modifying'],
    ['enjoy', 'enjoys', 'enjoyed', 'enjoyed', 'enjoying'],
    ['lead', 'leads', 'led', 'led', 'leading'],
    ['shrink', 'shrinks', 'shrank', 'shrunk', 'shrinking'],
    ['occur', 'occurs', 'occurred', 'occurred', 'occurring'],
    ['benefit', 'benefits', 'benefited', 'benefited', 'benefiting'],
    ['lie', 'lies', 'lay', 'lain', 'lying'],
    ['mimic', 'mimics', 'mimicked', 'mimicked', 'mimicking'],
    ['cut', 'cuts', 'cut', 'cut', 'cutting'],
    ['lead to', 'leads to', 'led to', 'led to', 'leading to'],
    ['give rise to', 'gives rise to', 'gave rise to', 'given rise to', 'giving rise to'],
  ])('%s', (base, s, past, participle, ing) => {
    expect(verbForms(base)).toEqual({ base, s, past, participle, ing });
  });
});

describe('verbReading', () => {
  test.each([
    ['eases', 'ease', ['s'], true],
    ['relieved', 'relieve', ['past', 'participle'], false],
    ['shown', 'show', ['participle'], true],
    ['cut', 'cut', ['base', 'past', 'participle'], true],
  ] as const)('%s', (word, lemma, forms, alsoNoun) => {
    const reading = verbReading(word)!;
    expect(reading.lemma).toBe(lemma);
    expect([...reading.forms].sort()).toEqual([...forms].sort());
    expect(reading.alsoNoun).toBe(alsoNoun);
  });
  test('knows no verb in a noun', () => {
    expect(verbReading('turmeric')).toBeUndefined();
  });
});

describe('indefiniteArticle', () => {
  test.each([
    ['apple', 'an'], ['hour', 'an'], ['herb', 'a'], ['use', 'a'], ['unusual', 'an'], ['MRI', 'an'], ['European', 'a'], ['possible', 'a'],
    ['unidentified', 'an'], ['unimportant', 'an'], ['uninsured', 'an'], ['unit', 'a'], ['universal', 'a'], ['unimodal', 'a'], ['union', 'a'], ['urinary', 'a'],
    ['uterine', 'a'], ['urgent', 'an'], ['using', 'a'], ['usual', 'a'], ['usher', 'an'], ['umbrella', 'an'], ['one-off', 'a'], ['onerous', 'an'], ['once-daily', 'a'],
    ['FDA', 'an'], ['US', 'a'], ['UTI', 'a'], ['NSAID', 'an'], ['SSRI', 'an'], ['X-ray', 'an'], ['x-ray', 'an'], ['RCT', 'an'], ['REM', 'a'], ['heirloom', 'an'],
    ['8-week', 'an'], ['18-month', 'an'], ['11-year-old', 'an'], ['110-page', 'a'], ['180-day', 'a'], ['18,000-person', 'an'], ['B12', 'a'], ['eucalyptus', 'a'], ['ulcer', 'an'], ['mRNA', 'an'], ['unanimous', 'a'],
  ])('%s', (word, article) => {
    expect(indefiniteArticle(word)).toBe(article);
  });
});
