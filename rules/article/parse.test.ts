import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Block } from './article.js';
import { parseArticle } from './parse.js';

function words(block: Block): string {
  return block.prose.replace(/\s+/g, ' ').trim();
}

/** Kind and words of each block. */
function outline(markdown: string): string[] {
  return parseArticle(markdown).blocks.map(({ value }) => `${value.kind}${value.level || ''}: ${words(value)}`);
}

function proseOf(markdown: string): string[] {
  return parseArticle(markdown).blocks.map(({ value }) => words(value));
}

function zones(markdown: string): string[] {
  return parseArticle(markdown).blocks.map(({ value }) => `${value.zone}: ${words(value)}`);
}

function checkOffsets(article: Article): void {
  for (const { start, value: block } of article.blocks) {
    expect(article.text.slice(start, start + block.text.length)).toBe(block.text);
    expect(block.prose).toHaveLength(block.text.length);
    for (const sentence of block.sentences) expect(block.prose.slice(sentence.start, sentence.end)).toBe(sentence.text);
    for (const span of [...block.citations, ...block.inlines]) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(block.text.length);
    }
    if (block.sentences.length > 0) expect(block.sentences.flatMap(({ citations }) => citations)).toEqual(block.citations);
  }
  for (const span of [...article.references, ...article.directives]) expect(span.end).toBeLessThanOrEqual(article.text.length);
}

describe('blocks', () => {
  it('reads paragraphs, headings, lists, quotes and tables', () => {
    expect(outline('# One #\n\nTwo\n===\n\n- a\n  - b\n1. c\n\n> d\n\n| e | f |\n|---|---|\n| g | h |\n\nx | y\n--- | ---\nz | w\n')).toEqual([
      'heading1: One', 'heading1: Two', 'list-item: a', 'list-item: b', 'list-item: c', 'paragraph: d', 'table-header: e', 'table-header: f', 'table-cell: g', 'table-cell: h', 'table-header: x', 'table-header: y', 'table-cell: z', 'table-cell: w',
    ]);
  });

  it('leaves out code, math, comments, front matter, imports and templates', () => {
    expect(proseOf('---\ntitle: No\n---\nA `no` b $x^2$ c <!-- no --> d {{< no >}} e {% no %} f {{ no }} g.\n\n```\nno\n```\n\n    no\n\n$$\nno\n$$\n\n<!-- no\n\nno -->\n\n<script>no</script>\n\n*[FDA]: no\n')).toEqual(['A b c d e f g.']);
  });

  it('keeps prices apart from math', () => {
    expect(proseOf('It costs $5 and $10 a month, or $20-$30.')).toEqual(['It costs $5 and $10 a month, or $20-$30.']);
    expect(proseOf('The mean $\\bar{x}$ and $p$ and $n = 3$ count.')).toEqual(['The mean and and count.']);
  });

  it('keeps the words of links, emphasis, escapes and HTML', () => {
    expect(proseOf('A [b **c**](d "e") *f* ~~g~~ ![h](i) <span class="no">j</span> k&nbsp;l \\*m\\* <https://n.o> p[[q|r]] ![[no.png]] H~2~O.')).toEqual(['A b c f g j k l *m * p r H 2 O.']);
    expect(proseOf('2 * 3 * 4 and a_b_c and *open')).toEqual(['2 * 3 * 4 and a_b_c and *open']);
  });

  it('reads text between tags, not attributes', () => {
    expect(outline('<div class="no">\n<p>One <b>two</b>.</p>\n<ul><li title="no">three</li><li>four</li></ul>\n<h3>five</h3>\n</div>')).toEqual(['html: One two .', 'list-item: three', 'list-item: four', 'heading3: five']);
    expect(outline('<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td>d</td></tr>\n</table>')).toEqual(['table-header: a', 'table-header: b', 'table-cell: c', 'table-cell: d']);
    expect(outline('<details>\n<summary>One</summary>\n\nTwo **three**.\n\n</details>')).toEqual(['html: One', 'paragraph: Two three .']);
    expect(zones('<blockquote>One</blockquote>\n')).toEqual(['quote: One']);
    expect(proseOf('It is < 5 mg and > 3 mg, p<0.05.')).toEqual(['It is < 5 mg and > 3 mg, p<0.05.']);
  });

  it('passes over a shortcode with blank lines inside', () => {
    expect(proseOf('One.\n\n{{< card\n  title="no"\n\n  text="no" >}}\n\nTwo.')).toEqual(['One.', 'Two.']);
    expect(proseOf('{% include box.html\n\n  text="no" %}\n\nTwo.')).toEqual(['Two.']);
    expect(proseOf('{{< card\n  title="no"\n\n## Two\n\nThree.')).toEqual(['Two', 'Three.']);
    expect(proseOf('{{< note >}}\nKept.\n{{< /note >}}')).toEqual(['Kept.']);
  });

  it('reads MDX', () => {
    expect(proseOf('import A from "./a"\nexport const x = {\n  y: 1,\n}\n\n# One\n\n<Card title="no" data={{ a: "no" }}>\n\n    Two {no} three.\n\n</Card>\n\n{/* no */}\n\nFour <A b={c > 1} /> five.')).toEqual(['One', 'Two three.', 'Four five.']);
    expect(parseArticle('import A from "./a"\n\nText').context.mdx).toBe(true);
    expect(parseArticle('We import tea from India.\n\nText {kept}').context.mdx).toBe(false);
    expect(parseArticle('Text.\n\n```js\nimport A from "./a"\n```\n\nMore.').context.mdx).toBe(false);
    expect(parseArticle('- An item\n\n  ~~~~\n  export const a = 1\n  ~~~\n  import A from "./a"\n  ~~~~\n').context.mdx).toBe(false);
    expect(parseArticle('```js\nlet a\n```\n\nexport const b = 1\n').context.mdx).toBe(true);
  });

  it('reads admonitions as prose of the article', () => {
    expect(zones('!!! note "Title"\n    One.\n\n    Two.\n\nThree.')).toEqual(['body: "Title"', 'body: One.', 'body: Two.', 'body: Three.']);
    expect(zones('::: warning\nOne.\n:::\n\n> [!NOTE]\n> Two.\n\n> Three.')).toEqual(['body: One.', 'body: Two.', 'quote: Three.']);
  });

  it('reads wrapped quotes and lists without their marks', () => {
    expect(proseOf('> One\n> two\n> > three\n\n- four\n  five\n- [ ] six\n- [x] seven')).toEqual(['One two', 'three', 'four five', 'six', 'seven']);
  });

  it('knows definition lists and footnote definitions', () => {
    expect(zones('Term\n: What it means.\n\nText.[^1]\n\n[^1]: Adams B.\n    More of it.\n[^2]: Baker C.\n')).toEqual(['body: Term What it means.', 'body: Text.', 'footnote: Adams B. More of it.', 'footnote: Baker C.']);
  });

  it('works with any line end, with a byte-order mark and without a last line end', () => {
    const lines = ['---', 'title: x', '---', '# One', '', 'Two', 'three.[^1]', '', '<div>', 'four', '', '- five', '  - six', '', '| a | b |', '|---|---|', '| c | d |', '', '[^1]: seven'];
    const expected = proseOf(lines.join('\n'));
    expect(expected).toEqual(['One', 'Two three.', 'four', 'five', 'six', 'a', 'b', 'c', 'd', 'seven']);
    for (const text of [lines.join('\r\n'), lines.join('\r'), `\ufeff${lines.join('\n')}`, lines.map((line, i) => line + (i % 2 ? '\r\n' : '\n')).join('')]) {
      expect(proseOf(text)).toEqual(expected);
      checkOffsets(parseArticle(text));
    }
    expect(parseArticle(lines.join('\r\n')).lineEnding).toBe('\r\n');
    expect(parseArticle('a\r\nb\nc\n').lineEnding).toBe('\n');
  });

  it('names the section, with bold lines as headings', () => {
    expect(parseArticle('# Ginger\n\nOne.\n\n**Side effects**\n\nTwo.\n\n- **Dose:**\n  - Three.').blocks.map(({ value }) => [value.kind, value.section, words(value)])).toEqual([
      ['heading', '', 'Ginger'], ['paragraph', 'Ginger', 'One.'], ['paragraph', 'Ginger', 'Side effects'], ['paragraph', 'Side effects', 'Two.'], ['list-item', 'Side effects', 'Dose:'], ['list-item', 'Side effects', 'Three.'],
    ]);
  });
});

describe('lead-ins and inherited citations', () => {
  const about = (markdown: string) => parseArticle(markdown).blocks.map(({ value }) => [words(value), value.leadIn, value.inherited.map(({ form, keys }) => `${form} ${keys.join('+')}`.trim())]);

  it('gives list items the line that leads in, and its citations', () => {
    expect(about('Ginger is old. It may ease [1]:\n\n- nausea\n- pain:\n  - knees')).toEqual([
      ['Ginger is old. It may ease :', '', []], ['nausea', 'It may ease :', ['numeric 1']], ['pain:', 'It may ease :', ['numeric 1']], ['knees', 'pain:', []],
    ]);
    expect(about('It is old [1].\n\n- nausea')[1]).toEqual(['nausea', '', []]);
  });

  it('gives table cells their head, and the citations of row, head and caption', () => {
    expect(about('Table 1: Herbs [9].\n\n| herb | effect [1] |\n|---|---|\n| ginger | nausea |\n| mint [2] | gas |').slice(3)).toEqual([
      ['ginger', 'herb', ['numeric 9']], ['nausea', 'effect', ['numeric 1', 'numeric 9']], ['mint', 'herb', ['numeric 9']], ['gas', 'effect', ['numeric 1', 'numeric 2', 'numeric 9']],
    ]);
  });

  it('takes no plain first row of HTML for a head', () => {
    expect(about('<table><tr><td>a</td></tr><tr><td>b [1]</td><td>c</td></tr></table>')).toEqual([['a', '', []], ['b', '', []], ['c', '', ['numeric 1']]]);
  });

  it('lets a source line cover what stands before it', () => {
    expect(about('One.\n\nTwo.\n\nSource: CDC').map(([text, , inherited]) => [text, inherited])).toEqual([['One.', []], ['Two.', ['source-line']], ['Source: CDC', []]]);
    expect(about('One.\nSource: CDC').map(([text, , inherited]) => [text, inherited])).toEqual([['One.', ['source-line']], ['Source: CDC', []]]);
    expect(about('| a |\n|---|\n| b |\n\nSource: [CDC](https://cdc.gov)').map(([text, , inherited]) => [text, inherited])).toEqual([['a', ['link']], ['b', ['link']], ['Source: CDC', []]]);
  });
});

describe('zones and references', () => {
  it.each(['## References', '#### Sources', '**References**', '**Further reading:**', 'References\n----------', '## 7. Works cited', '## 📚 References and further reading', 'Sources'])('opens the list of sources at %s', (heading) => {
    const article = parseArticle(`# Title\n\nText.\n\n${heading}\n\n1. Adams B. Sleep. doi:10.1000/abc\n2. [Baker](https://b.org/x)\n\n# After\n\nMore.`);
    expect(article.blocks.filter(({ value }) => value.zone === 'references').map(({ value }) => value.kind)).toEqual([expect.any(String), 'list-item', 'list-item']);
    expect(article.references.map(({ key, kind, identifiers, hrefs }) => ({ key, kind, identifiers, hrefs }))).toEqual([
      { key: '1', kind: 'entry', identifiers: [{ type: 'doi', value: '10.1000/abc' }], hrefs: [] },
      { key: '2', kind: 'entry', identifiers: [], hrefs: ['https://b.org/x'] },
    ]);
    expect(article.text.slice(article.referencesSection!.start, article.referencesSection!.end)).toMatch(/https:\/\/b\.org\/x\)$/);
    expect(article.context).toMatchObject({ hasReferences: true, numberedReferences: 2 });
  });

  it.each([
    ['## Notes\n\nGinger eases nausea.', ['body: Notes', 'body: Ginger eases nausea.']],
    ['**Notes**\n\nGinger eases nausea.', ['body: Notes', 'body: Ginger eases nausea.']],
    ['## Notes\n\n1. Smith. On ginger.', ['references: Notes', 'references: Smith. On ginger.']],
    ['## Notes\n\n[1] Smith. On ginger.', ['references: Notes', 'references: Smith. On ginger.']],
    ['## Notes\n\n### Books\n\nSmith. On ginger.', ['references: Notes', 'references: Books', 'references: Smith. On ginger.']],
  ])('opens it at the heading of notes, not of remarks: %j', (text, expected) => {
    expect(zones(text)).toEqual(expected);
  });

  it.each(['## Sources of protein', '## Notes on dosage', '## Literature review', '## How to cite', '## Reference ranges'])('does not open it at %s', (heading) => {
    expect(parseArticle(`${heading}\n\n- Beans`).referencesSection).toBeUndefined();
  });

  it('ends the list at a heading of the same or a higher level only', () => {
    expect(zones('## References\n\n### Books\n\n- a\n\n## Next\n\nb')).toEqual(['references: References', 'references: Books', 'references: a', 'body: Next', 'body: b']);
    expect(zones('**Sources**\n\n- a\n\n### Next\n\nb')).toEqual(['references: Sources', 'references: a', 'body: Next', 'body: b']);
  });

  it('takes a list of sources under each entry for the entry’s own', () => {
    const article = parseArticle('## One\n\nA.\n\nB.\n\n**Sources:**\n- [C](https://c.org)\n\n## Two\n\nD.\n\nSources:\n\n- [E](https://e.org)\n- [F](https://f.org)\n\nG.\n');
    expect(article.blocks.map(({ value }) => [words(value), value.zone, value.inherited.map(({ href }) => href)].flat())).toEqual([
      ['One', 'body'], ['A.', 'body', 'https://c.org'], ['B.', 'body', 'https://c.org'], ['Sources:', 'references'], ['C', 'references'],
      ['Two', 'body'], ['D.', 'body', 'https://e.org', 'https://f.org'], ['Sources:', 'references'], ['E', 'references'], ['F', 'references'], ['G.', 'body'],
    ]);
    expect(article.referencesSection).toBeUndefined();
    expect(article.references.map(({ hrefs }) => hrefs)).toEqual([['https://c.org'], ['https://e.org'], ['https://f.org']]);
  });

  it('lists footnotes, numbered lines and entries of several paragraphs', () => {
    const article = parseArticle('Text.[^a]\n\n[^a]: See <https://a.org>.\n[^b]:\n\n## References\n\n[1] Adams B. PMID: 123456\n[2] Baker C.\n\n- Chen D.\n\n  doi:10.1000/x\n');
    expect(article.references.map(({ kind, key, text }) => [kind, key, text])).toEqual([
      ['footnote', 'a', 'See <https://a.org>.'], ['footnote', 'b', ''], ['entry', '1', '[1] Adams B. PMID: 123456'], ['entry', '2', '[2] Baker C.'], ['entry', '', 'Chen D.\ndoi:10.1000/x'],
    ]);
    for (const { start, end, text } of article.references) if (!text.includes('\n')) expect(article.text.slice(start, end)).toContain(text);
  });
});

describe('front matter', () => {
  it('reads YAML, TOML and two blocks in a row', () => {
    expect(parseArticle('---\ntitle: A\n---\nx').frontMatter).toMatchObject({ format: 'yaml', data: { title: 'A' }, start: 0, end: 17, body: { start: 4, end: 13 } });
    expect(parseArticle('+++\ntitle = "A"\n+++\nx').frontMatter).toMatchObject({ format: 'toml', data: { title: 'A' } });
    const both = parseArticle('---\ntitle: A\n---\n\n---\nlayout: b\n---\n\nText.');
    expect(both.frontMatter!.data).toEqual({ title: 'A', layout: 'b' });
    expect(both.blocks.map(({ value }) => value.text)).toEqual(['Text.']);
    expect(parseArticle('\ufeff---\r\ntitle: A\r\n---\r\nx').frontMatter).toMatchObject({ start: 1, data: { title: 'A' } });
  });

  it('tells what is wrong and never throws', () => {
    for (const body of ['a: [1', 'a: b: c', '\tx', '*a', '- 1', '{', 'a: &x [*x, *x]', '? ', '"', '!!js/function x']) {
      const { frontMatter } = parseArticle(`---\n${body}\n---\nText.`);
      expect(frontMatter).toBeDefined();
    }
    expect(parseArticle('---\na: [1\n---\nText.').frontMatter).toMatchObject({ data: {}, problem: expect.stringContaining('line') });
    expect(parseArticle('+++\na = \n+++\nText.').frontMatter!.problem).toBeTruthy();
  });

  it('takes a rule for a rule', () => {
    expect(parseArticle('---\n\nText.\n\n---\n\nMore.').frontMatter).toBeUndefined();
    expect(proseOf('---\ntitle: open\n\nText.')).toContain('Text.');
  });
});

describe('directives', () => {
  it('reads comments of HTML and MDX and the front matter', () => {
    const text = '---\nhealth-lint:\n  disable: [hype-language]\n---\n\n<!-- health-lint-disable -->\n\nText <!-- health-lint-disable-line cure-claim, proof-claim --> here.\n\n{/* health-lint-disable-next-line cure-claim -- checked by an editor */}\n\n<!-- health-lint-enable -->\n\n- x <!-- health-lint-disable-file weak-source -->\n\n| a <!-- health-lint-disable-line --> |\n|---|\n\n<!-- health-lint is fine -->\n';
    const article = parseArticle(text);
    expect(article.directives.map(({ action, rules }) => [action, ...rules])).toEqual([
      ['disable-file', 'hype-language'], ['disable'], ['disable-line', 'cure-claim', 'proof-claim'], ['disable-next-line', 'cure-claim'], ['enable'], ['disable-file', 'weak-source'], ['disable-line'],
    ]);
    for (const { start, end } of article.directives.slice(1)) expect(text.slice(start, end)).toMatch(/^(?:<!--|\{\/\*)[^]*(?:-->|\*\/\})$/);
  });
});

describe('language', () => {
  const english = (markdown: string) => parseArticle(markdown).blocks.map(({ value }) => value.english);

  it('is judged by block', () => {
    expect(english('Ginger may ease nausea in adults.\n\nIngwer kann bei Erwachsenen die Übelkeit lindern und ist nicht für alle.\n\nLe gingembre est une racine qui peut aider dans les cas de nausée.\n\n生姜は吐き気を和らげることがあります。\n\nИмбирь может помочь при тошноте.')).toEqual([true, false, false, false, false]);
  });

  it('is the article’s for short blocks', () => {
    expect(english('# Ginger\n\n- Reduces pain\n- α-lipoic acid 5 µg')).toEqual([true, true, true]);
    expect(english('# Ingwer\n\nIngwer ist eine Wurzel, die man auch in der Küche und bei Übelkeit nutzt.\n\n- Tee')).toEqual([false, false, false]);
  });

  it('is not changed by English loans and names among another language', () => {
    const czech = 'Tato látka je alkaloid, který se podle studií nachází v semenech, ale také v kůře. Účinky jsou popsány níže.';
    expect(english(`${czech}\n\n## Délka wash-out pred terapii\n\n- Set and Setting - psychologické faktory`)).toEqual([false, false, false]);
  });

  it('keeps English with names and words of other languages', () => {
    expect(english('The word “Ginseng” (人参) names the root of Panax ginseng, known as renshen.\n\nVitamin D.\n\nLa Leche League and Médecins Sans Frontières are named in the text.')).toEqual([true, true, true]);
  });
});

describe('inlines', () => {
  it('gives emphasis, links, code and quotations with their places', () => {
    const { text, inlines } = parseArticle('*Panax* and **bold**, `code`, [a **b**](c), ![d](e) and “said so” there.').blocks[0]!.value;
    expect(inlines.map(({ kind, start, end, href }) => [kind, text.slice(start, end), href])).toEqual([
      ['emphasis', '*Panax*', undefined], ['strong', '**bold**', undefined], ['code', '`code`', undefined], ['link', '[a **b**](c)', 'c'], ['strong', '**b**', undefined], ['image', '![d](e)', 'e'], ['quotation', '“said so”', undefined],
    ]);
  });

  it('pairs quotation marks and leaves apostrophes and inches alone', () => {
    const quotes = (markdown: string) => parseArticle(markdown).blocks[0]!.value.inlines.filter(({ kind }) => kind === 'quotation').map(({ start, end }) => markdown.slice(start, end));
    expect(quotes('She said "it works" and "it’s safe".')).toEqual(['"it works"', '"it’s safe"']);
    expect(quotes('It is 5" long and John’s ‘natural’ tea.')).toEqual(['‘natural’']);
    expect(quotes('An “open quotation.')).toEqual([]);
  });
});

describe('context', () => {
  it('has a key that changes when and only when the facts do', () => {
    const keys = ['', 'Text.', 'Text [1].', 'Text [2] and [3].', 'Text [@a2020].', 'Text [1].\n\n## References\n\n1. A\n', 'Text [1].\n\n## References\n\n1. A\n2. B\n', 'import a from "b"\n\nText.'].map((text) => parseArticle(text).context);
    keys.forEach((a, i) => keys.forEach((b, j) => {
      const facts = (context: typeof a) => JSON.stringify([context.hasReferences, context.numberedReferences, context.citationStyle, context.mdx]);
      expect([i, j, a.key === b.key]).toEqual([i, j, facts(a) === facts(b)]);
    }));
  });
});

describe('any string', () => {
  it('is an article', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.constantFrom(...'[]()*_`<>!#|-:\n\r \t\\$^~@{}%&;"\'“”¹1a.—😀\ufeff\u200b'), { maxLength: 120 }).map((chars) => chars.join(''))), (text) => {
      checkOffsets(parseArticle(text));
    }), { numRuns: 1_000 });
  });

  it('may hold lone surrogates, nulls and nothing', () => {
    for (const text of ['', '\ud800', 'a\0b', '\udc00\ud800', '\n', '\ufeff', '---', '---\n---', '+++\n+++\n', '<', '[^', '![', '{{', '$$']) checkOffsets(parseArticle(text));
  });
});
