/** Every way of citing a source, from the Markdown to the finding: a cited statement is never marked, a look-alike never counts. */
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article/parse.js';
import { resolveConfig, type RuleChoice } from '../engine/config.js';
import { createLinter } from '../engine/lint.js';
import type { AnyRule } from '../engine/rule.js';
import { rule } from './missing-citation.js';

const rules = [rule as unknown as AnyRule];

function reasonsIn(text: string, options: RuleChoice = 'warning'): unknown[] {
  const linter = createLinter(rules, resolveConfig(rules, 'recommended', { 'missing-citation': options }));
  const { findings, failures } = linter.lint(parseArticle(text));
  expect(failures).toEqual([]);
  return findings.map(({ data }) => data?.['reason']);
}

/** Statements that need a source; `▲` is where a mark before the full stop goes, `▼` where one behind it goes. */
const STATEMENTS = [
  'Studies suggest that valerian shortens the time to fall asleep▲.▼',
  'About 40% of adults with chronic pain sleep badly▲.▼ Many of them nap.',
  'The FDA has warned consumers about this product▲.▼',
];

const NUMBERED = '\n\n## References\n\n1. Smith A. Sleep. 2019.\n2. Lee B. Pain. 2020.\n3. Park C. Herbs. 2021.\n';
const NOTES = '\n\n[^1]: Smith A. Sleep. 2019.\n[^sleep-2]: Lee B. Pain. 2020.\n';

/** A mark, whether it stands before (▲) or behind (▼) the full stop, and what the article has at its end. */
const FORMS: readonly (readonly [mark: string, place: '▲' | '▼', end?: string])[] = [
  // footnotes
  ['[^1]', '▼', NOTES],
  ['[^1]', '▲', NOTES],
  ['[^sleep-2]', '▼', NOTES],
  ['[^1][^sleep-2]', '▼', NOTES],
  ['[^1] [^sleep-2]', '▼', NOTES],
  ['^[Smith A. Sleep. 2019.]', '▼'],
  ['^[See [Smith](https://doi.org/10.1000/xyz123).]', '▲'],
  // superscripts
  ['¹', '▼', NUMBERED],
  ['²', '▲', NUMBERED],
  ['¹²', '▼', NUMBERED],
  ['¹,²', '▼', NUMBERED],
  ['<sup>1</sup>', '▼', NUMBERED],
  ['<sup>1,2</sup>', '▲', NUMBERED],
  ['<sup>[1]</sup>', '▼', NUMBERED],
  ['<sup><a href="#ref-1">1</a></sup>', '▼', NUMBERED],
  ['^1^', '▼', NUMBERED],
  // Pandoc and Quarto
  [' [@smith2019]', '▲'],
  [' [@smith2019; @lee2020]', '▲'],
  [' [@smith2019, p. 33]', '▲'],
  [' [see @smith2019, chap. 2]', '▲'],
  [' [-@smith2019]', '▲'],
  [' [@doi:10.1000/xyz123]', '▲'],
  [' [@pmid:25498121]', '▲'],
  [' [@url:https://www.nhs.uk/conditions/insomnia/]', '▲'],
  // MyST, LaTeX, org, templates
  [' {cite}`smith2019`', '▲'],
  [' {cite:p}`smith2019`', '▲'],
  [' \\cite{smith2019}', '▲'],
  [' \\citep{smith2019,lee2020}', '▲'],
  [' \\autocite[33]{smith2019}', '▲'],
  [' \\parencite{smith2019}', '▲'],
  [' {{< cite smith2019 >}}', '▲'],
  [' {{< cite "smith2019" >}}', '▲'],
  [' {% cite smith2019 %}', '▲'],
  [' [cite:@smith2019]', '▲'],
  [' <cite>Smith 2019</cite>', '▲'],
  ['<ref>Smith 2019</ref>', '▼'],
  // numbers
  [' [1]', '▲', NUMBERED],
  ['[1]', '▼', NUMBERED],
  [' [1,2]', '▲', NUMBERED],
  [' [1, 2]', '▲', NUMBERED],
  [' [1-3]', '▲', NUMBERED],
  [' [1–3]', '▲', NUMBERED],
  ['[1][2]', '▼', NUMBERED],
  [' [[1]](#references)', '▲', NUMBERED],
  [' [\\[1\\]](#ref-1)', '▲', NUMBERED],
  [' \\[1\\]', '▲', NUMBERED],
  [' (1)', '▲', NUMBERED],
  [' (1,2)', '▲', NUMBERED],
  [' (1-3)', '▲', NUMBERED],
  // author and year
  [' (Smith, 2019)', '▲'],
  [' (Smith 2019)', '▲'],
  [' (Smith 2019a; Lee & Park, 2020)', '▲'],
  [' (Smith et al., 2019)', '▲'],
  [' (Smith et al., 2019, p. 4)', '▲'],
  [' (e.g., Smith & Lee, 2019)', '▲'],
  [' (see Smith, 2019)', '▲'],
  [' (van der Berg, 2019)', '▲'],
  [' (CDC, 2019)', '▲'],
  [' (World Health Organization, 2021)', '▲'],
  [' (Smith, n.d.)', '▲'],
  [' (Smith, in press)', '▲'],
  [' [Smith et al., 2019]', '▲'],
  // links
  [' ([Smith](https://pubmed.ncbi.nlm.nih.gov/31647872/))', '▲'],
  [' [(source)](https://www.bmj.com/content/349/bmj.g7015)', '▲'],
  [' ([1](https://www.nejm.org/doi/full/10.1056/NEJMoa1))', '▲'],
  [' ([here](https://www.example.org/reports/sleep.pdf))', '▲'],
  [' [[source]](https://www.example.org/reports/sleep.pdf)', '▲'],
  [' ([Smith][smith])', '▲', '\n\n[smith]: https://doi.org/10.1000/xyz123\n'],
  [' ([smith])', '▲', '\n\n[smith]: https://doi.org/10.1000/xyz123\n'],
  [' <https://doi.org/10.1000/xyz123>', '▲'],
  [' (https://doi.org/10.1000/xyz123)', '▲'],
  [' https://pubmed.ncbi.nlm.nih.gov/31647872/', '▲'],
  [' (<a href="https://www.who.int/news-room/fact-sheets/detail/sleep">WHO</a>)', '▲'],
  [' [Smith](https://www.bmj.com/content/349/bmj.g7015 "A title")', '▲'],
  // identifiers
  [' (doi:10.1136/bmj.g7015)', '▲'],
  [' (doi: 10.1136/bmj.g7015)', '▲'],
  [' (PMID: 25498121)', '▲'],
  [' (PMID 25498121)', '▲'],
  [' (PMC4262123)', '▲'],
  [' (NCT01234567)', '▲'],
  [' (arXiv:1902.11116)', '▲'],
  // source in words
  [' (source: CDC)', '▲'],
  [' (Source: National Sleep Foundation, 2020)', '▲'],
];

const plain = (text: string): string => text.replace(/[▲▼]/g, '');

const CITED = FORMS.flatMap(([mark, place, end = '']) => STATEMENTS.map((statement) => plain(statement.replace(place, () => mark)) + end));

/** Cited in other ways than by a mark of its own. */
const ALSO_CITED: readonly string[] = [
  '[Studies show](https://pubmed.ncbi.nlm.nih.gov/31647872/) that valerian helps some people sleep.',
  'Smith et al. (2019) report that studies of valerian have found small effects.',
  'Lee and Park (2020) found that 40% of adults with pain sleep badly.',
  'As [Smith 2019](https://doi.org/10.1000/xyz123) writes, research suggests a small effect.',
  'One trial found shorter sleep onset.[^1] The same trial reported nausea in 12% of participants.\n\n[^1]: Smith.',
  'A 2019 trial compared valerian with placebo [@smith2019]. The researchers found no difference in sleep.',
  'In a review of 60 studies, valerian helped a little.[^1] In that review, 5% of patients reported headaches.\n\n[^1]: Smith.',
  'Studies have found small effects on sleep. For example, one trial reported 10 minutes more sleep (Smith, 2019).',
  'Research shows the following (Smith, 2019):\n\n- About 40% of patients sleep better.\n- Studies suggest that the effect fades.',
  'Studies suggest that valerian works for some people.\nSource: Smith 2019, Sleep Medicine.',
  '## One\n\nStudies suggest that valerian works.\n\nSources:\n\n- [Smith](https://doi.org/10.1000/xyz1)\n\n## Two\n\nStudies suggest that naps help.\nSources:\n\n- [Lee](https://doi.org/10.1000/xyz2)\n',
  'Studies suggest that valerian works (see Smith 2019, and the update by Lee 2021).',
  '**Studies suggest** that valerian works.[^1]\n\n[^1]: Smith.',
  '*Studies suggest that valerian works.*[^1]\n\n[^1]: Smith.',
  '“Studies suggest that valerian works.”[^1]\n\n[^1]: Smith.',
  '- Studies suggest that valerian works.[^1]\n\n[^1]: Smith.',
  '> Studies suggest that valerian works.[^1]\n\n[^1]: Smith.',
  '| Herb | Effect |\n| --- | --- |\n| Valerian | Studies suggest that it shortens the time to sleep.[^1] |\n\n[^1]: Smith.',
  '| Herb | Effect | Source |\n| --- | --- | --- |\n| Valerian | Studies suggest that it shortens the time to sleep. | [Smith](https://doi.org/10.1000/xyz123) |',
  'Studies suggest that valerian works.[^1]\r\n\r\n[^1]: Smith.\r\n',
  'Studies suggest that valerian works.[^1]:\n\n[^1]: Smith.',
  'Studies suggest,[^1] though not all of them, that valerian works.\n\n[^1]: Smith.',
  'Studies suggest that valerian works [citation needed].',
  'Studies suggest that valerian works.[citation needed]',
  'Studies suggest that valerian works. [citation needed]',
  'Studies suggest that valerian works [ref].',
  'Studies suggest that valerian works [CITE].',
];

/** What only looks like a citation: the statement stays without a source. */
const LOOK_ALIKES: readonly string[] = [
  'Studies suggest that the load fell to 10² copies in adults.',
  'Studies suggest that a body mass index over 30 kg/m² is harmful.',
  'Studies suggest that a dose of 10³ units is harmful.',
  'Studies suggest that Fe<sup>3+</sup> is absorbed badly.',
  'Studies suggest that Ca²⁺ matters for sleep.',
  'Studies suggest that an area of 5 cm^2^ heals in a week.',
  'Studies suggest that “valerain” [sic] helps people sleep.',
  'Studies suggest that “[they] improved” in a week.',
  'Studies suggest that the effect is small [x].',
  'Studies suggest that the effect is small […].',
  'Studies suggest that (1) sleep improves and (2) pain falls.',
  'Studies suggest that the effect is small (1).',
  'Studies suggest that the effect is small (Figure 2).',
  'Studies suggest that the effect is small (Table 1).',
  'Studies suggest that the effect is small (see below).',
  'Studies suggest that the effect is small (2020).',
  'Studies suggest that the effect was small (in March 2020).',
  'Studies suggest that the effect is small (n = 20).',
  'Studies suggest that the effect is small, says [our team](/about).',
  'Studies suggest that the effect is small ([more](#sleep)).',
  'Studies suggest that the effect is small ([read this](../sleep.md)).',
  'Studies suggest that the effect is small, writes [@herbfan](https://github.com/herbfan).',
  'Studies suggest that the effect is small; [buy now](https://www.example.com/valerian/capsules).',
  'Studies suggest that the effect is small ([our shop](https://shop.example.com/valerian)).',
  'Studies suggest that the effect is small ([valerian](https://www.amazon.com/dp/B00)).',
  'Studies suggest that the effect is small ([thread](https://www.reddit.com/r/sleep/comments/1)).',
  'Studies suggest that the effect is small ([video](https://www.youtube.com/watch?v=abc)).',
  'Studies suggest that the effect is small, says [Acme Clinic](https://www.acme-clinic.example).',
  'Studies suggest that the effect is small, says [Acme Clinic](https://www.acme-clinic.example/).',
  'Studies suggest that the effect is small; mail us at <mailto:info@example.org>.',
  'Studies suggest that the effect is small ![chart](https://www.example.org/chart.png).',
  'Studies suggest that the effect is small. Ask `[^1]` about it.',
  '- [ ] Studies suggest that the effect is small.',
  '- [x] Studies suggest that the effect is small.',
  'Studies suggest that the effect is small.\n\nAnother paragraph is cited.[^1]\n\n[^1]: Smith.',
  'One trial is cited here.[^1] Studies suggest that something else is true.\n\n[^1]: Smith.',
];

describe('forms of citation', () => {
  it('covers the forms widely', () => {
    expect(CITED.length + ALSO_CITED.length + LOOK_ALIKES.length).toBeGreaterThan(300);
  });
  it.each(STATEMENTS.map((one) => [plain(one)]))('marks %j, which has no source', (text) => {
    expect(reasonsIn(text)).toHaveLength(1);
  });
  it.each(CITED.map((text) => [text]))('is silent: %j', (text) => {
    expect(reasonsIn(text)).toEqual([]);
  });
  it.each(ALSO_CITED.map((text) => [text]))('is silent: %j', (text) => {
    expect(reasonsIn(text)).toEqual([]);
  });
  it.each(LOOK_ALIKES.map((text) => [text]))('marks: %j', (text) => {
    expect(reasonsIn(text)).toEqual(['research-attribution']);
  });
});

describe('what counts as a source', () => {
  const shop = 'Studies suggest that it works ([valerian](https://www.herbs.example/valerian)).';
  it('takes the hosts that a house trusts', () => {
    expect(reasonsIn('Studies suggest that it works ([thread](https://www.reddit.com/r/sleep/1)).', { trustedHosts: ['reddit.com'] })).toEqual([]);
  });
  it('leaves out the hosts that a house does not trust', () => {
    expect(reasonsIn(shop)).toEqual([]);
    expect(reasonsIn(shop, { untrustedHosts: ['herbs.example'] })).toEqual(['research-attribution']);
  });
  it('in strict use takes known hosts only', () => {
    expect(reasonsIn(shop, { trustedOnly: true })).toEqual(['research-attribution']);
    expect(reasonsIn('Studies suggest that it works ([NHS](https://www.nhs.uk/conditions/insomnia/)).', { trustedOnly: true })).toEqual([]);
    expect(reasonsIn('Studies suggest that it works (Smith, 2019).', { trustedOnly: true })).toEqual([]);
  });
  it('reaches as far as the house says', () => {
    const text = 'Sleep is short in winter (Smith, 2019). Studies suggest that valerian helps. Research shows that lavender helps, too.';
    expect(reasonsIn(text)).toHaveLength(2);
    expect(reasonsIn(text, { citationScope: 'next-sentence' })).toHaveLength(1);
    expect(reasonsIn(text, { citationScope: 'paragraph' })).toEqual([]);
  });
});
