/** Cases of `retracted-citation`, with a small list of made-up retractions. */
import type { Resources, Retraction } from '../engine/resources.js';
import { defineCases } from '../testing/cases.js';

const known: Readonly<Record<string, Retraction>> = {
  '10.1000/gone': { kind: 'retraction', date: '2010-02-02', notice: '10.1000/notice' },
  '10.1000/s1(97)2-3': { kind: 'retraction', date: '', notice: '' },
  '7654321': { kind: 'retraction', date: '', notice: '' },
  '10.1000/doubt': { kind: 'expression-of-concern', date: '', notice: '' },
  '10.1000/mended': { kind: 'correction', date: '', notice: '' },
};
const entry = { key: 'smith1998', title: 'A trial', authors: ['Smith A'], year: '1998', doi: '10.1000/GONE' };
const resources: Partial<Resources> = {
  retractions: { find: ({ value }) => known[value] },
  bibliography: { entries: [entry], get: (key) => (key === 'smith1998' ? entry : undefined) },
};

export const cases = defineCases({
  bad: [
    { marked: 'It was linked to a rash ([1998](«https://doi.org/10.1000/gone»)).', fixed: 'It was linked to a rash ([1998](https://doi.org/10.1000/gone)) (retracted).', resources, severity: 'error', message: /2010-02-02.*10\.1000\/notice/ },
    { marked: 'It was linked to a rash ([1998](«https://doi.org/10.1000/S1(97)2-3»)).', fixed: 'It was linked to a rash ([1998](https://doi.org/10.1000/S1(97)2-3)) (retracted).', resources },
    { marked: '[Smith](«https://doi.org/10.1000/GONE») linked it to a rash.', fixed: '[Smith](https://doi.org/10.1000/GONE) (retracted) linked it to a rash.', resources },
    { marked: 'It was linked to a rash (PMID: «7654321»).', fixed: null, resources },
    { marked: 'It was linked to a rash (doi:«10.1000/gone»).', fixed: null, resources },
    { marked: 'It was linked to a rash [@«smith1998»].', fixed: null, resources },
    { marked: 'It was linked to a rash [@doi:«10.1000/gone»].', resources },
    { marked: 'It was linked to a rash: <«https://pubmed.ncbi.nlm.nih.gov/7654321/»>.', resources },
    { marked: 'It may help ([Smith](«https://doi.org/10.1000/doubt»)).', resources, severity: 'warning' },
    { marked: 'It may help ([Smith](«https://doi.org/10.1000/mended»)).', resources, severity: 'information' },
    'It may help ([«RETRACTED: A trial of the drug»](https://doi.org/10.1000/xyz123)).',
    'It may help ([«Retracted article: A trial of the drug»](https://doi.org/10.1000/xyz123)).',
    '«Retraction of»: Smith A. 2019. doi:10.1000/xyz123',
    { marked: 'Sleep.[^1]\n\n[^1]: «Expression of concern»: Smith A. 2019.\n', anywhere: false, severity: 'warning' },
    { marked: 'Sleep.[^1]\n\n[^1]: Smith A. 2019. doi:«10.1000/gone».\n', anywhere: false, resources },
    { marked: '## References\n\n1. Smith A. 2019. «https://doi.org/10.1000/gone»\n', anywhere: false, resources },
  ],
  ok: [
    { text: 'The paper was retracted in 2010 ([retracted](https://doi.org/10.1000/gone)).', resources },
    { text: 'The paper, since withdrawn, said so (doi:10.1000/gone).', resources },
    { text: 'It may help ([Smith](https://doi.org/10.1000/fine)).', resources },
    { text: 'It may help (PMID: 1234567).', resources },
    { text: 'It may help [@lee2020].', resources },
    'It was linked to a rash ([1998](https://doi.org/10.1000/gone)).',
    'Retractions are rising in medicine.',
    'He retracted his statement.',
    'The study was withdrawn from the market report.',
    '[Retraction Watch](https://retractionwatch.com/about) tracks papers.',
    'The gum retracted from the tooth.',
    'Withdrawn: a film about addiction.',
    'Retraction: pull the skin back.',
  ],
});
