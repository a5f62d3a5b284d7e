/** Rules for protocol tests: what they flag is plain, so that these tests do not move with the real rules' language. */
import type { Sentence } from '../../rules/article/article.js';
// Not from the rooms' index: it reads the list of rules, in whose place this file stands.
import { defineRule, type AnyRule, type Report } from '../../rules/engine/rule.js';

function* matches(sentence: Sentence, pattern: RegExp): Iterable<{ start: number; end: number; text: string }> {
  for (const match of sentence.text.matchAll(pattern)) {
    const start = sentence.start + match.index;
    yield { start, end: start + match[0].length, text: match[0] };
  }
}

const misspelt = defineRule({
  meta: { id: 'test-spelling', summary: 'Kratmo', why: 'A test.', sources: [], severity: 'error', fixable: 'safe', options: {} },
  *checkSentence(sentence, _block, { resources }): Iterable<Report> {
    for (const { start, end, text } of matches(sentence, /\b[Kk]ratmo\b/g)) {
      if (resources.words.has(text.toLowerCase())) continue;
      const right = text[0] === 'K' ? 'Kratom' : 'kratom';
      yield { start, end, message: `“${text}” is misspelt.`, data: { word: text.toLowerCase() }, fixes: [{ title: `Change to “${right}”`, safety: 'safe', edits: [{ start, end, text: right }] }] };
    }
  },
});

const claim = defineRule<{ verbs: readonly string[] }>({
  meta: {
    id: 'test-claim',
    summary: 'Cures',
    why: 'A test.',
    sources: [],
    severity: 'warning',
    fixable: 'suggestion',
    options: { verbs: { type: 'array', items: { type: 'string' }, description: 'Verbs.', default: ['cures'] } },
  },
  *checkSentence(sentence, _block, { options }): Iterable<Report> {
    for (const { start, end, text } of matches(sentence, /\b\w+s\b/g)) {
      if (!options.verbs.includes(text)) continue;
      yield {
        start,
        end,
        message: `“${text}” is a claim.`,
        related: [{ start: sentence.start, end: sentence.end, message: 'The sentence' }],
        fixes: ['may help', 'might help'].map((to) => ({ title: `Change to “${to}”`, safety: 'suggestion' as const, edits: [{ start, end, text: to }] })),
      };
    }
  },
});

const broken = defineRule({
  meta: { id: 'test-broken', summary: 'Throws', why: 'A test.', sources: [], severity: 'hint', fixable: 'no', options: {} },
  checkSentence(sentence): Iterable<Report> {
    if (sentence.text.includes('explode')) throw new Error('The rule exploded');
    return [];
  },
});

const source = defineRule({
  meta: { id: 'test-source', summary: 'Unknown sources', why: 'A test.', sources: [], severity: 'warning', fixable: 'no', options: {} },
  *checkSentence(sentence, _block, { resources }): Iterable<Report> {
    for (const { start, end, text } of matches(sentence, /\bsource-\w+/g)) {
      if (resources.bibliography && !resources.bibliography.get(text.slice(7))) yield { start, end, message: `There is no source ${text}.` };
    }
  },
});

export const rules: readonly AnyRule[] = [misspelt, claim, broken, source] as unknown as readonly AnyRule[];
