import { describe, expect, it } from 'vitest';
import type { Citation } from './article.js';
import { parseArticle } from './parse.js';

/** `«»` mark the citations of the first block; behind the text, their forms and keys in order. */
type Row = readonly [marked: string, ...forms: string[]];

const NUMBERED = '\n\n## References\n\n1. Adams B. Sleep. 2019.\n2. Chen D. Tea. 2020.\n3. Evans F. Salt. 2021.\n';
const BIBLIOGRAPHY = '---\nbibliography: refs.bib\n---\n\n';

const FORMS: readonly Row[] = [
  // Footnotes
  ['Walking lowers stress.«[^1]»', 'footnote 1'],
  ['Walking lowers stress«[^walk-2019]».', 'footnote walk-2019'],
  ['Walking«[^a]» and swimming«[^b]» both count.', 'footnote a', 'footnote b'],
  ['Walking lowers stress.«[^1]»«[^2]» Then rest.', 'footnote 1', 'footnote 2'],
  ['Walking lowers stress.«^[See the 2019 trial by Adams.]»', 'inline-note'],
  ['Walking lowers stress «^[Adams B. *Walking*. [Link](https://a.org).]» in adults.', 'inline-note'],
  // Pandoc, Quarto, Manubot
  ['Tea helps focus «[@chen2020]».', 'key chen2020'],
  ['Tea helps focus «[@chen2020, p. 33]».', 'key chen2020'],
  ['Tea helps focus «[@chen2020; @diaz2021]».', 'key chen2020+diaz2021'],
  ['Tea helps focus «[see @chen2020, pp. 33-35; also @diaz2021, ch. 1]».', 'key chen2020+diaz2021'],
  ['Chen says so «[-@chen2020]».', 'key chen2020'],
  ['Tea helps focus «[@doi:10.1000/tea.2020]».', 'key doi:10.1000/tea.2020'],
  ['Tea helps focus «[@pmid:20700397]».', 'key pmid:20700397'],
  ['Tea helps focus «[@url:https://a.org/x-1.pdf]».', 'key url:https://a.org/x-1.pdf'],
  ['Tea helps focus «[@doi:10.1000/a; @pmid:123456]».', 'key doi:10.1000/a+pmid:123456'],
  ['Tea helps focus «[@{https://a.org/tea}]».', 'key https://a.org/tea'],
  ['As «@chen2020» showed, tea helps.', 'key chen2020'],
  ['As «@chen2020 [p. 33]» showed, tea helps.', 'key chen2020'],
  ['As «@doi:10.1000/tea» showed, tea helps.', 'key doi:10.1000/tea'],
  ['Tea helps «[@chen_tea]».', 'key chen_tea'],
  // MyST, LaTeX, shortcodes, org
  ['Tea helps «{cite}`chen2020`».', 'command chen2020'],
  ['Tea helps «{cite:p}`chen2020,diaz2021`».', 'command chen2020+diaz2021'],
  ['Tea helps «{cite:t}`chen2020`» a lot.', 'command chen2020'],
  ['Tea helps «\\cite{chen2020}».', 'command chen2020'],
  ['Tea helps «\\citep[p.~3]{chen2020,diaz2021}».', 'command chen2020+diaz2021'],
  ['Tea helps «\\autocite{chen2020}».', 'command chen2020'],
  ['Tea helps «\\textcite{chen2020}» says.', 'command chen2020'],
  ['Tea helps «{{< cite chen2020 >}}».', 'command chen2020'],
  ['Tea helps «{{< cite "chen2020" >}}».', 'command chen2020'],
  ['Tea helps «{{% cite chen2020 %}}».', 'command chen2020'],
  ['Tea helps «{% cite chen2020 %}».', 'command chen2020'],
  ['Tea helps «[cite:@chen2020]».', 'key chen2020'],
  ['Tea helps «[cite/t:@chen2020;@diaz2021]».', 'key chen2020+diaz2021'],
  // Numbers
  ['Salt raises pressure «[1]».', 'numeric 1'],
  ['Salt raises pressure.«[28]» The next one.', 'numeric 28'],
  ['Salt raises pressure «[1,2]».', 'numeric 1+2'],
  ['Salt raises pressure «[1, 4]».', 'numeric 1+4'],
  ['Salt raises pressure «[1-3]».', 'numeric 1+2+3'],
  ['Salt raises pressure «[1–3, 7]».', 'numeric 1+2+3+7'],
  ['Salt raises pressure«[1]»«[2]».', 'numeric 1', 'numeric 2'],
  ['Salt raises pressure «[[1]](#ref-1)».', 'numeric 1'],
  ['Salt raises pressure «[1](#ref-1)».', 'numeric 1'],
  ['Salt raises pressure «<a href="#ref1">[1]</a>».', 'numeric 1'],
  ['Salt raises pressure «\\[1\\]».', 'numeric 1'],
  ['Salt raises pressure «\\[1, 2\\]».', 'numeric 1+2'],
  // Superscripts
  ['Rest heals tissue.«¹» The next.', 'superscript 1'],
  ['Rest heals tissue«¹²».', 'superscript 12'],
  ['Rest heals tissue«¹,²».', 'superscript 1+2'],
  ['Rest heals tissue.«¹⁻³»', 'superscript 1+2+3'],
  ['Rest heals tissue«<sup>1</sup>».', 'superscript 1'],
  ['Rest heals tissue.«<sup>1,2</sup>» Next.', 'superscript 1+2'],
  ['Rest heals tissue.«<sup>[1]</sup>» Next.', 'superscript 1'],
  ['Rest heals tissue.<sup>«[3](#r3)»</sup> Next.', 'numeric 3'],
  ['Rest heals tissue«^1^».', 'superscript 1'],
  ['Rest heals tissue.«^1,2^» Next.', 'superscript 1+2'],
  ['Rest heals tissue.«<ref>Adams 2019</ref>» Next.', 'inline-note'],
  ['This is told in «<cite>Adams, Sleep, 2019</cite>» at length.', 'inline-note'],
  // Author and year
  ['Zinc shortens colds «(Adams, 2019)».', 'author-year Adams 2019'],
  ['Zinc shortens colds «(Adams 2019)».', 'author-year Adams 2019'],
  ['Zinc shortens colds «(Adams & Baker, 2019)».', 'author-year Adams 2019'],
  ['Zinc shortens colds «(Adams and Baker 2019a)».', 'author-year Adams 2019a'],
  ['Zinc shortens colds «(Adams et al., 2019)».', 'author-year Adams 2019'],
  ['Zinc shortens colds «(Adams et al. 2019, p. 4)».', 'author-year Adams 2019'],
  ['Zinc shortens colds «(Adams, 2019; Baker et al., 2020)».', 'author-year Adams 2019+Baker 2020'],
  ['Zinc shortens colds «(see Adams, 2019)».', 'author-year Adams 2019'],
  ['Zinc shortens colds «(e.g., Adams, 2019)».', 'author-year Adams 2019'],
  ['Zinc shortens colds «(FDA, 2019)».', 'author-year FDA 2019'],
  ['Zinc shortens colds «(World Health Organization, 2021)».', 'author-year World Health Organization 2021'],
  ['Zinc shortens colds «(Centers for Disease Control and Prevention [CDC], 2021)».', 'author-year Centers for Disease Control and Prevention 2021'],
  ['Zinc shortens colds «(van der Berg, 2018)».', 'author-year van der Berg 2018'],
  ['Zinc shortens colds «(O’Neil, 2018)».', 'author-year O’Neil 2018'],
  ['Zinc shortens colds «(García-López et al., 2018)».', 'author-year García-López 2018'],
  ['Zinc shortens colds «(Adams, n.d.)».', 'author-year Adams n.d.'],
  ['Zinc shortens colds «(Adams, in press)».', 'author-year Adams in press'],
  ['«Adams et al. (2019)» found shorter colds.', 'author-year Adams 2019'],
  ['«Adams (2019)» found shorter colds.', 'author-year Adams 2019'],
  ['«Adams and Baker (2019)» found shorter colds.', 'author-year Adams 2019'],
  ['«Adams & Baker (2019, p. 7)» found shorter colds.', 'author-year Adams 2019'],
  ['«Adams, Baker, and Chen (2019)» found shorter colds.', 'author-year Adams 2019'],
  ['«Adams and colleagues (2019)» found shorter colds.', 'author-year Adams 2019'],
  ['The work of «Adams et al. [2019]» is older.', 'author-year Adams 2019'],
  ['«Adams RL, et al. (2019)» found shorter colds.', 'author-year Adams 2019'],
  ['«Adams et al. 2019» found shorter colds.', 'author-year Adams 2019'],
  ['The trial of «Adams et al., 2019», was small.', 'author-year Adams 2019'],
  ['This held in «de Souza et al. (2017)» too.', 'author-year de Souza 2017'],
  // Links
  ['A «[trial](https://pubmed.ncbi.nlm.nih.gov/123456/)» found it.', 'link https://pubmed.ncbi.nlm.nih.gov/123456/'],
  ['A «[trial](https://a.org/x "The title")» found it.', 'link https://a.org/x'],
  ['A «[trial](<https://a.org/x y>)» found it.', 'link https://a.org/x y'],
  ['A «[trial](https://en.wikipedia.org/wiki/Salt_(food))» found it.', 'link https://en.wikipedia.org/wiki/Salt_(food)'],
  ['A «[1](https://a.org/x)» mark.', 'link https://a.org/x'],
  ['A «[**bold** trial](/about)» found it.', 'link /about'],
  ['«<https://a.org/x>» has it.', 'link https://a.org/x'],
  ['«https://doi.org/10.1000/abc» has it.', 'link https://doi.org/10.1000/abc'],
  ['See «https://a.org/x(1)».', 'link https://a.org/x(1)'],
  ['(see «https://a.org/x»)', 'link https://a.org/x'],
  ['See «www.cdc.gov/sleep», please.', 'link http://www.cdc.gov/sleep'],
  ['A «<a href="https://a.org/x">trial</a>» found it.', 'link https://a.org/x'],
  ["A «<a class='x' href='https://a.org/x' target=\"_blank\">big <b>trial</b></a>» found it.", 'link https://a.org/x'],
  ['See «[[sleep hygiene]]» for more.', 'link'],
  ['See «[[sleep-hygiene|our page]]» for more.', 'link'],
  ['«[**Sleep**: a [nested] word](https://a.org)» is long.', 'link https://a.org'],
  // Identifiers
  ['Sugar matters («doi:10.1000/xyz123»).', 'identifier doi:10.1000/xyz123'],
  ['Sugar matters, «DOI: 10.1000/xyz123».', 'identifier doi:10.1000/xyz123'],
  ['Sugar matters («10.1000/xyz(99)1»).', 'identifier doi:10.1000/xyz(99)1'],
  ['Sugar matters («10.1002/(SICI)1097(1998)17:15<1661::AID-SIM9>3.0.CO;2-2»).', 'identifier doi:10.1002/(SICI)1097(1998)17:15<1661::AID-SIM9>3.0.CO;2-2'],
  ['Sugar matters («PMID: 12345678»).', 'identifier pmid:12345678'],
  ['Sugar matters («PMID 12345678»).', 'identifier pmid:12345678'],
  ['Sugar matters («PMC1234567»).', 'identifier pmcid:PMC1234567'],
  ['Sugar matters («PMCID: PMC1234567»).', 'identifier pmcid:PMC1234567'],
  ['The trial («NCT01234567») is open.', 'identifier nct:NCT01234567'],
  ['The trial («ISRCTN12345678») is open.', 'identifier isrctn:ISRCTN12345678'],
  ['The preprint («arXiv:2001.01234») is open.', 'identifier arxiv:2001.01234'],
  ['The book («ISBN 978-3-16-148410-0») is long.', 'identifier isbn:9783161484100'],
  ['The book («ISBN-10: 0-306-40615-2») is long.', 'identifier isbn:0306406152'],
  // Source lines and trailing sources
  ['One in three adults sleeps too little «(source: CDC)».', 'source-line'],
  ['One in three adults sleeps too little. «(Source: CDC, 2020)»', 'source-line'],
  ['One in three adults sleeps too little. «— CDC, 2023»', 'source-line'],
  ['«Source: CDC»', 'source-line'],
  ['«Sources: CDC; NIH; WHO»', 'source-line'],
  ['*«Source: National Sleep Survey»*', 'source-line'],
  ['Source: «[CDC](https://www.cdc.gov/sleep)»', 'link https://www.cdc.gov/sleep'],
  // Placeholders
  ['Honey soothes a cough «[citation needed]».', 'placeholder'],
  ['Honey soothes a cough «[Citation Needed]».', 'placeholder'],
  ['Honey soothes a cough «[ref]».', 'placeholder'],
  ['Honey soothes a cough «[CITE]».', 'placeholder'],
  ['Honey soothes a cough «[source?]».', 'placeholder'],
  ['Honey soothes a cough «[TODO]».', 'placeholder'],
  ['Honey soothes a cough «[TODO: add the trial]».', 'placeholder'],
  ['Honey soothes a cough «[add source]».', 'placeholder'],
  ['Honey soothes a cough «{{citation needed}}».', 'placeholder'],
  ['Honey soothes a cough. «TODO» add the trial.', 'placeholder'],
  ['Honey soothes a cough «(citation needed)».', 'placeholder'],
  ['Honey soothes a cough<sup>«[citation needed]»</sup>.', 'placeholder'],
];

const LOOK_ALIKES: readonly string[] = [
  'She wrote that she was “alright [sic] today”.',
  'He said that [they] felt better.',
  'It was long [...] and dull.',
  'It was long […] and dull.',
  'The value of x[1] is set.',
  'Use items[0] for the first.',
  'A box of 2 m² is small.',
  'A colony of 10³ cells grew.',
  'A colony of 10<sup>6</sup> cells grew.',
  'A colony of 10^6^ cells grew.',
  'A body mass index of 25 kg/m² is the limit.',
  'A body mass index of 25 kg/m<sup>2</sup> is the limit.',
  'It covers 12 cm^2^ of skin.',
  'Calcium enters as Ca²⁺ here.',
  'Iron is Fe<sup>3+</sup> here.',
  'The value of R² was high.',
  'Carbon is <sup>13</sup>C here.',
  'It was the 4<sup>th</sup> day.',
  'This happened in (2019) once.',
  'In 2019 it was new.',
  'The picture shows it (Figure 2).',
  'The picture shows it (Table 3, 2019 data).',
  'It was found in May (2019) too.',
  'It was sold (June 2019).',
  'It was sold (updated March 2021).',
  'It was sold (since 2015).',
  'It began (circa 1900).',
  'Adults (aged 18-65) took part.',
  'The dose was high (1 mg).',
  'Write to anna@example.org today.',
  'Thanks to @sleepfan for the picture.',
  'The price is $5 and $10 in 2019.',
  'The list [see below] is long.',
  'Steps: (1) wash, (2) dry.',
  'A range of 10–20 mg is common.',
  'See [@fig:sleep] for a picture.',
  'The version 10.5/12 is out.',
  'The code `[1]` stays.',
  'Grade (A) is best.',
  'COVID-19 (2020) was new.',
  'The note [a] is not defined.',
  'They met (Monday, 3 June 2019).',
  'The picture ![alt [1]](x.png) is new.',
  'The year (n = 2019) was sampled.',
  'PMIDs are numbers.',
  'Vitamin B¹ is odd.',
  'It is covered (VHA Directive 2007-039).',
];

function describeCitation({ form, keys, href, identifier }: Citation): string {
  const more = form === 'identifier' ? `${identifier!.type}:${identifier!.value}` : form === 'link' ? href ?? '' : keys.join('+');
  return `${form} ${more}`.trim();
}

function marked(text: string, citations: readonly Citation[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of citations) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return out + text.slice(at);
}

function check(row: string, before = '', after = ''): { readonly text: string; readonly forms: string[] } {
  const block = parseArticle(before + row.replace(/[«»]/g, '') + after).blocks[0]!.value;
  return { text: marked(block.text, block.citations), forms: block.citations.map(describeCitation) };
}

describe('citations', () => {
  it.each(FORMS)('finds %s', (row, ...forms) => {
    expect(check(row)).toEqual({ text: row, forms });
  });

  it.each(LOOK_ALIKES)('finds none in %s', (row) => {
    expect(check(row)).toEqual({ text: row, forms: [] });
  });

  it.each([
    ['Salt raises pressure «(1)».', 'numeric 1'],
    ['Salt raises pressure «(1, 3)».', 'numeric 1+3'],
    ['Salt raises pressure «(1-3)», they say.', 'numeric 1+2+3'],
    ['Salt raises pressure. «(2)» The next.', 'numeric 2'],
  ] as readonly Row[])('takes %s as a citation where the sources are numbered', (row, ...forms) => {
    expect(check(row, '', NUMBERED)).toEqual({ text: row, forms });
    expect(check(row).forms).toEqual([]);
  });

  it.each(['Steps: (1) wash, (2) dry and (3) rest.', 'It took place in phase (2) here.', 'There were many (9) cases.', '(1) Wash your hands.'])('takes no enumeration for a citation: %s', (row) => {
    expect(check(row, '', NUMBERED).forms).toEqual([]);
  });

  it('reads a bare key of any kind where the front matter names a bibliography', () => {
    expect(check('As «@chen» says, tea helps.', BIBLIOGRAPHY).forms).toEqual(['key chen']);
    expect(check('As @chen says, tea helps.').forms).toEqual([]);
  });

  it('resolves reference links, and takes [1] for a link where it is defined', () => {
    const after = '\n\n[1]: https://a.org/one\n[tea]: <https://a.org/tea> "Tea"\n';
    expect(check('Salt raises pressure «[1]».', '', after)).toEqual({ text: 'Salt raises pressure «[1]».', forms: ['link https://a.org/one'] });
    expect(check('A «[trial][tea]» and «[Tea]» and «[tea][]» and [other][none].', '', after).forms).toEqual(['link https://a.org/tea', 'link https://a.org/tea', 'link https://a.org/tea']);
  });

  it('gives the identifier in an address or a key', () => {
    const of = (row: string) => parseArticle(row).blocks[0]!.value.citations[0]!.identifier;
    expect(of('[x](https://doi.org/10.1000%2Fabc)')).toEqual({ type: 'doi', value: '10.1000/abc' });
    expect(of('[x](https://pubmed.ncbi.nlm.nih.gov/123456/)')).toEqual({ type: 'pmid', value: '123456' });
    expect(of('[x](https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7654321/)')).toEqual({ type: 'pmcid', value: 'PMC7654321' });
    expect(of('[x](https://clinicaltrials.gov/study/NCT01234567)')).toEqual({ type: 'nct', value: 'NCT01234567' });
    expect(of('Tea [@doi:10.1000/tea].')).toEqual({ type: 'doi', value: '10.1000/tea' });
  });

  it('gives a citation to the sentence before it', () => {
    for (const mark of ['[^1]', '¹', '[1]', ' [1]', '<sup>1</sup>', '^1^', ' (Adams, 2019)', ' [@adams2019]', '[1][2]', ' [1](https://a.org)', ' (source: CDC)', ' [Source](https://a.org)', ' {{< cite a >}}']) {
      const { sentences } = parseArticle(`Rest heals tissue.${mark} The next sentence is bare.`).blocks[0]!.value;
      expect([mark, sentences.map(({ text, citations }) => [text, citations.length > 0])]).toEqual([mark, [['Rest heals tissue.', true], ['The next sentence is bare.', false]]]);
    }
  });
});
