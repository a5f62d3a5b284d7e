import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from './article.js';
import { parseArticle } from './parse.js';

/** Pieces that open, close or continue something, so that an edit anywhere may change what follows. */
const PIECES = [
  'Ginger may ease nausea.', ' It is safe [1].', 'Sleep.[^1] The next', '\n', '\n\n', '\r\n', '\r', '\n\n\n', ' ', '    ', '\t', '> ', '- ', '* ', '1. ', '2) ', '# ', '## References\n', '**Sources**\n\n',
  '```\n', '~~~\n', '`', '``', '$$\n', '$x$', '---\n', '+++\n', '===\n', '| a | b |\n', '|---|---|\n', 'a | b\n--- | ---\n', '<!-- ', ' -->', '<!-- health-lint-disable -->\n', '{/* ', ' */}', '{/* note */}\n',
  '<div>\n', '</div>\n', '<table><tr><td>x</td></tr></table>\n', '<details>\n', '<sup>1</sup>', '<a href="https://a.org/x">', '</a>', '[^1]: ', '[1]: https://a.org/x\n', '[text][1]', '[1]', '[link](https://b.org)', '](', '[', ']', '(', ')',
  '**', '*', '_', '~~', '\\', '!!! note\n', ':::\n', '> [!NOTE]\n', 'import A from "./a"\n', 'export const x = {\n', '{{< cite x >}}', '{% if x %}', '[@smith2020]', '@smith2020', '(Smith et al., 2020)', '¹', 'Source: CDC\n',
  'Benefits of Ginger Tea\n', 'Der Ingwer ist nicht für alle und die Wirkung.', '生姜は良い。', 'key: value\n', 'bibliography: refs.bib\n', '*[FDA]: Food\n', ': definition\n', '😀', '\ufeff', '\u00a0', '\u200b', '&nbsp;', '\u2028', '- [ ] ', '1. Smith J. Title. 2020. doi:10.1000/abc\n', 'The list:\n', '(1)', '“', '”', '"',
];

const piece = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }) });
const snippet = (max: number) => fc.array(piece, { maxLength: max }).map((pieces) => pieces.join(''));
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat({ max: 30 }), insert: snippet(3) });

function apply(text: string, change: { at: number; remove: number; insert: string }): string {
  const at = Math.floor(change.at * text.length);
  return text.slice(0, at) + change.insert + text.slice(at + change.remove);
}

function value(article: Article): unknown {
  return { ...article, linkDefinitions: [...article.linkDefinitions] };
}

describe('parsing with a previous version', () => {
  it('gives what parsing afresh gives, after any edits', () => {
    fc.assert(
      fc.property(snippet(60), fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        let text = start;
        let article = parseArticle(text);
        for (const change of edits) {
          text = apply(text, change);
          article = parseArticle(text, article);
          expect(value(article)).toEqual(value(parseArticle(text)));
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 400) },
    );
  });

  it('keeps the very objects of blocks that an edit leaves alone', () => {
    const paragraphs = Array.from({ length: 200 }, (_, i) => (i % 10 === 0 ? `## Part ${i}` : i % 7 === 0 ? `- item ${i} one\n- item ${i} two:\n  - nested` : `Paragraph ${i} says that **ginger** may ease nausea [${i}](https://a.org/${i}).`));
    const text = paragraphs.join('\n\n');
    let article = parseArticle(text);
    const at = text.indexOf('Paragraph 101');
    const next = parseArticle(`${text.slice(0, at)}X${text.slice(at)}`, article);
    expect(next.blocks).toHaveLength(article.blocks.length);
    const changed = next.blocks.filter(({ value: block }, index) => block !== article.blocks[index]!.value);
    expect(changed.map(({ value: block }) => block.text)).toEqual([expect.stringContaining('XParagraph 101')]);
    article = next;
    // Taking back an edit, and changing the front, keep the others as well.
    const front = parseArticle(`---\ntitle: x\n---\n\n${article.text}`, article);
    expect(front.blocks.every(({ value: block }, index) => block === article.blocks[index]!.value)).toBe(true);
    const again = parseArticle(`${front.text}\n`, front);
    expect(again.blocks.every(({ value: block }, index) => block === front.blocks[index]!.value)).toBe(true);
  });

  it('makes new blocks of those that a heading, a definition or the kind of list changes', () => {
    const first = parseArticle('# One\n\nText [a] here.\n\n- item');
    const renamed = parseArticle('# Two\n\nText [a] here.\n\n- item', first);
    expect(renamed.blocks[1]!.value.section).toBe('Two');
    const defined = parseArticle('# Two\n\nText [a] here.\n\n- item\n\n[a]: https://a.org', renamed);
    expect(defined.blocks[1]!.value.citations.map(({ href }) => href)).toEqual(['https://a.org']);
  });

  it.each([
    ['blank lines before the first block', ['\r\n\r\nText.\n', '\n\r\nText.\n', 'Text.\n']],
    ['blank lines between blocks', ['One.\n\nTwo.\n\n- three\n', 'One.\n\n\n\nTwo.\n\n- three\n', 'One.\n\nTwo.\n\n\n- three\n']],
    ['a paragraph above a list goes', ['One:\n\nTwo:\n\n- three\n\nFour.\n', 'One:\n\n- three\n\nFour.\n']],
    ['a comment between a paragraph and its list', ['One:\n\n<!-- x -->\n\n- two\n', 'Zero:\n\n<!-- x -->\n\n- two\n']],
    ['an empty quote between a paragraph and its list', ['One:\n>\n2) two\n', 'Zero, one:\n>\n2) two\n']],
    ['the dialect', ['{/* note */}\nimport A from "./a"\n*     Two.', 'One.import A from "./a"\n*     Two.']],
    ['a heading in the middle', ['# A\n\nOne.\n\n## B\n\nTwo.\n\nThree.\n\n## C\n\nFour.\n', '# A\n\nOne.\n\n## Bx\n\nTwo.\n\nThree.\n\n## C\n\nFour.\n', '# A\n\nOne.\n\nBx\n\nTwo.\n\nThree.\n\n## C\n\nFour.\n']],
    ['a line that may name the source of what is above', ['## A\n\nSource: CDC\n', 'A\n\nSource: CDC\n', '| a | b |\n|---|---|\n| c | d |\n\nSource: CDC\n']],
    ['a comment that hides findings moves', ['One.\n\n<!-- health-lint-disable -->\n\nTwo.\n', 'One, two.\n\n<!-- health-lint-disable -->\n\nTwo.\n']],
    ['text before the list of sources', ['One [1].\n\n## References\n\n1. Smith J. Title. 2020.\n', 'One more [1].\n\n## References\n\n1. Smith J. Title. 2020.\n', 'One more [1].\n\n## References\n\n1. Smith J. New title. 2020.\n']],
  ])('follows %s', (_name, versions) => {
    let article: Article | undefined;
    for (const text of versions) {
      article = parseArticle(text, article);
      expect(value(article)).toEqual(value(parseArticle(text)));
    }
  });

  it('returns the previous article for the same text', () => {
    const article = parseArticle('Text.');
    expect(parseArticle('Text.', article)).toBe(article);
  });
});
