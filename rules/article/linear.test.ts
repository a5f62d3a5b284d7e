import { describe, expect, it } from 'vitest';
import { parseArticle } from './parse.js';

/** Texts of about `size` units that would cost quadratic time in a parser that looks ahead or back without bounds. */
const PATHOLOGIES: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ...['[', ']', '*', '_', '>', '`', '<', '{', '$', '^', '\\', '~', '!', '"', '“', '(', '¹', '.', ' ', '\n', '\t', '|', ':', '@'].map((unit) => [`many ${JSON.stringify(unit)}`, (size: number) => unit.repeat(size)] as const),
  ...[
    '![', '[^a]', '^[', '[a](', '[a][b] ', '[[', '*a ', 'a* ', '_a *b', 'a**b', '~~a ', '> a\n', '- ', '1. ', '> - ', '- item\n', '`a``b', '<a ', '<a b="', '<a {', 'a <!-- ', '<!--\n', 'a <? ', 'a<code>', 'a<sup>', '<div>\n', '<td>a [1]', '{{ ', '{% ', '{/* ', '{.a ',
    '$a ', '$$ ', '$$\n\n', '&a', '\\(a ', '\\cite{', ' @a2020', '[@a ', 'http://', 'www.', 'Ginger may help with it. ', 'A. ', '?! ', '. ', 'a b\r\n', 'a b\r', 'a|b\n', '[^1]: a\n', '[a]: b\n', 'import ', 'import a\n', '"a ', 'Smith and Jones, 2020 ', '(Smith 2020) ', 'van ', '10.1000/', 'ISBN 1 ',
    'Benefits of Ginger Tea\n', 'Source: CDC\n', '**Bold:** ', '[a](b)\n', 'a<br>B ', 'a (1) ', '<!-- a -->\n\n', '> [!NOTE]\n', '!!! note\n    ', 'a\\\n', '# a\n\nb\n\n', '- [ ] a\n', '1. Smith J. Title. 2020.\n',
  ].map((unit) => [`many ${JSON.stringify(unit)}`, (size: number) => unit.repeat(Math.ceil(size / unit.length))] as const),
  ['one long word', (size) => 'a'.repeat(size)],
  ['brackets opened, then closed', (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)],
  ['brackets opened, then links', (size) => '['.repeat(size / 2) + '[a](b) '.repeat(size / 14)],
  ['paragraphs above one list of sources, twice', (size) => `${'a\n\n'.repeat(size / 8)}Sources:\n\n${'- [a](http://b)\n'.repeat(size / 40)}\n## H\n\na\n\nSources:\n\n- [a](http://b)\n`],
  ['emphasis opened, then closed', (size) => '*a **b '.repeat(size / 14) + 'c** d*'.repeat(size / 14)],
  ['runs of backticks of every length', (size) => Array.from({ length: Math.floor(Math.sqrt(2 * size)) }, (_, i) => '`'.repeat(i)).join(' ')],
  ['a tag with many attributes', (size) => `<a${' b'.repeat(size / 2)}`],
  ['an unclosed fence', (size) => `\`\`\`\n${'a\n'.repeat(size / 2)}`],
  ['unclosed front matter', (size) => `---\n${'a: b\n'.repeat(size / 5)}`],
  ['long front matter', (size) => `---\n${'a: b\n'.repeat(size / 5)}---\n`],
  ['a wide table', (size) => `${'a|'.repeat(size / 8)}\n${'-|'.repeat(size / 8)}\n${'c [1]|'.repeat(size / 8)}`],
  ['a long table', (size) => `a|b\n-|-\n${'c [1]|d\n'.repeat(size / 8)}`],
  ['white space below a pipe', (size) => `a|b\n${' '.repeat(size)}x`],
  ['MDX braces', (size) => `{/* x */}\n\n${'{a '.repeat(size / 3)}`],
  ['definitions and their uses', (size) => Array.from({ length: size / 28 }, (_, i) => `[k${i}]: http://b\n`).join('') + Array.from({ length: size / 28 }, (_, i) => `[k${i}] `).join('')],
  ['a list under one heading', (size) => `## References\n\n${'1. Smith J. T. 2020. doi:10.1000/a\n'.repeat(size / 35)}`],
];

function milliseconds(text: string): number {
  const start = performance.now();
  parseArticle(text);
  return performance.now() - start;
}

describe('time is linear in the text', () => {
  it.each(PATHOLOGIES)('%s', (_name, make) => {
    const size = 24_000;
    milliseconds(make(2_000));
    const once = Math.min(milliseconds(make(size)), milliseconds(make(size)));
    const four = Math.min(milliseconds(make(4 * size)), milliseconds(make(4 * size)));
    // Four times the text may take four times as long, twice that for luck, and a pause of the collector; quadratic takes sixteen times.
    expect(four).toBeLessThan(8 * once + 150);
    expect(four).toBeLessThan(4_000);
  });

  it('reads a line of a million characters', () => {
    expect(milliseconds('Ginger may ease nausea in adults. '.repeat(30_000))).toBeLessThan(4_000);
  });
});
