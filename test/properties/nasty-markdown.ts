/** Random Markdown that is likely to break things: pieces of health prose, markup, and edits over them. */
import fc from 'fast-check';

const PIECES = [
  'Kratom does increase dopamine. ', 'Turmeric reduces joint pain and improves mobility. ', 'Studies suggest that it helps.', '[^1]', '[^1]: Smith 2020.\n', '\n', '\n\n', '\r\n', '\r\n\r\n',
  '# ', '## References\n\n1. Smith J. 2020.\n', '- ', '1. ', '> ', '| a | b |\n| --- | --- |\n| Kava | relieves anxiety |\n', '```\n', '`code', '**', '*', '_', '[', '](', 'https://example.org/x?y=1)', ')', '<!-- ', ' -->',
  '<!-- health-lint-disable -->', '<!-- health-lint-disable-next-line hype-language -->\n', '{/* health-lint-enable */}', '<b', '<div>\n', '</div>', '---\n', '+++\n', 'title: x\n', '{{< cite x >}}', '{% raw %}', '[[page|text]]',
  '[@smith2020; @doi:10.1000/x]', '[1,2]', '¹²', '<sup>3</sup>', '10³ ', 'm² ', '$x^2$', '$$\n', 'Mitragynia speciosa ', 'The FDA has issued warnings. ', 'an addict ', 'Ashwagandha cures cancer! ', '1.0 mg q.d. ', '\ufeff', '\u200b', '\u00a0',
  '🌿 ', '\ud83c', 'π', '日本語の文章です。', 'Это русский текст. ', '“I was a junkie for ten years,” he said. ', '(Smith et al., 2020) ', 'doi:10.1136/bmj.g7015. ', '\t', '    ', '\\', '&amp;', '<https://pubmed.ncbi.nlm.nih.gov/1/>', 'import X from "y"\n', '<X a="b" />', '::: note\n', '!!! tip\n    text\n', ': ', '; ', '? ', '\0',
];

/** A text of random pieces, sometimes with arbitrary characters. */
export const markdown = fc
  .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

/** Edits as fractions of the text's length, so that they fit whatever text they meet. */
export const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(12), insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })) }), { minLength: 1, maxLength: 6 });

export interface RandomEdit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export function edit(text: string, { at, remove, insert }: RandomEdit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(Math.min(text.length, start + remove));
}
