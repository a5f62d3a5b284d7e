/** Cases of `unresolved-citation`: whole articles, since a mark and its source stand apart. */
import { defineCases } from '../testing/cases.js';

const entries = [
  { key: 'lee2020', title: 'Sleep', authors: ['Lee B'], year: '2020' },
  { key: 'park2021', title: 'Pain', authors: ['Park C'], year: '2021' },
];
const bibliography = { entries, get: (key: string) => entries.find((entry) => entry.key === key) };

export const cases = defineCases({
  wholeFile: true,
  bad: [
    // footnotes
    ['Sleep matters.«[^4]»', 'Sleep matters.[^4]\n\n[^4]: '],
    ['Sleep matters.«[^4]»\n\n[^1]: Lee 2020.\n\nMore text.[^1]\n', 'Sleep matters.[^4]\n\n[^1]: Lee 2020.\n\nMore text.[^1]\n\n[^4]: \n'],
    ['Sleep[^1] matters.«[^2]»\r\n\r\n[^1]: Lee 2020.\r\n', 'Sleep[^1] matters.[^2]\r\n\r\n[^1]: Lee 2020.\r\n[^2]: \r\n'],
    { marked: 'Sleep matters.«[^lee2021]»\n\n[^lee2020]: Lee 2020.\n', fixed: 'Sleep matters.[^lee2020]\n\n[^lee2020]: Lee 2020.\n', message: /did you mean \[\^lee2020\]/ },
    { marked: 'Sleep matters.\n\n«[^2]: Lee 2020.»', fixed: 'Sleep matters.', severity: 'information' },
    ['Sleep matters.\n\n«[^2]: Lee 2020.»\n\nMore.\n', 'Sleep matters.\n\nMore.\n'],
    ['Sleep matters.[^1]\n\n[^1]: Lee 2020.\n«[^2]: Park 2021.»\n', 'Sleep matters.[^1]\n\n[^1]: Lee 2020.\n'],
    ['Sleep matters.[^1]\n\n[^1]: Lee 2020.\n«[^1]: Park 2021.»\n', null],
    { marked: 'Sleep matters.[^1]\n\n«[^1]:»', fixed: null, severity: 'information', message: /empty/ },
    { marked: 'Sleep.«[^3]» Pain.[^1]\n\n[^1]: Park 2021.\n[^3]: Lee 2020.\n', fixed: 'Sleep.[^1] Pain.[^2]\n\n[^2]: Park 2021.\n[^1]: Lee 2020.\n', severity: 'hint' },
    ['Sleep matters.\r\n\r\n«[^2]: Lee 2020.»\r\n', 'Sleep matters.\r\n'],
    // keys
    { marked: 'Sleep matters «[@nobody1999]».', fixed: null, resources: { bibliography } },
    { marked: 'Sleep matters «[@lee2021]».', fixed: 'Sleep matters [@lee2020].', resources: { bibliography } },
    { marked: 'Sleep matters [@lee2020; @«prak2021»].', fixed: 'Sleep matters [@lee2020; @park2021].', resources: { bibliography } },
    // numbers
    ['Sleep matters «[3]».\n\n## References\n\n1. Lee 2020\n2. Park 2021\n', null],
    ['Sleep [1, 2] matters.«³»\n\n## References\n\n1. Lee 2020\n2. Park 2021\n', null],
    { marked: 'Sleep matters «[1]». Pain matters [2].', severity: 'warning' },
    { marked: 'Sleep matters «[2]». Pain matters [1].\n\n## References\n\n1. Park 2021\n2. Lee 2020\n', severity: 'hint' },
    // author and year
    { marked: 'Sleep matters («Kim, 2021»).\n\n## References\n\n- Lee B. 2020. Sleep.\n', severity: 'information' },
    { marked: 'Sleep matters (Lee, 2020; «Lee, 2021»).\n\n## References\n\n- Lee B. 2020. Sleep.\n', message: /not of 2021/ },
    { marked: 'Sleep matters (Lee, 2020) and pain does (Park, 2021).\n\n## References\n\n- Lee B. 2020. Sleep.\n- Park C. 2021. Pain.\n- «Kim D. 2019. Naps.»\n', severity: 'hint' },
    // reference links
    ['See [the trial]«[trial-2]» for more.', null],
    ['See [the trial]«[]» for more.', null],
    // to be added
    { marked: 'Sleep matters «[citation needed]». Pain does [citation needed].', severity: 'information', message: /2 sources/ },
  ],
  ok: [
    'Sleep matters.[^1]\n\n[^1]: Lee 2020.',
    'Sleep matters.[^Lee]\n\n[^lee]: Lee 2020.',
    'Sleep.[^2] Pain.[^b]\n\n[^2]: Lee 2020.\n[^b]: Park 2021.',
    'Sleep matters [1].\n\n## References\n\n1. Lee 2020',
    'Sleep matters (Lee, 2020).\n\n## References\n\n- Lee B. 2020. Sleep.',
    'Sleep matters (Müller, 2020).\n\n## References\n\n- Mueller B., Muller C. 2020. Sleep.',
    'Sleep matters (WHO, 2020).\n\n## References\n\n- World Health Organization. 2020. Sleep.',
    'Sleep matters (Lee, 2020).',
    'Sleep matters [@lee2020].',
    { text: 'Sleep matters [@lee2020; @park2021, p. 3].', resources: { bibliography } },
    { text: 'See @fig:sleep and [@doi:10.1000/xyz123].', resources: { bibliography } },
    'Sleep [2], pain [1] and naps [3] matter.\n\n## References\n\n1. Ames A. 2021.\n2. Lee B. 2020.\n3. Park C. 2019.\n',
    'Sleep matters, said Love (1967).\n\n## References\n\n- Lee B. 2020. Sleep.\n- Park C. 2021. Pain.',
    'Sleep matters.\n\n## Further reading\n\n- Lee B. 2020. Sleep.\n- Park C. 2021. Pain.',
    'See [the trial][t] for more.\n\n[t]: https://doi.org/10.1000/xyz123',
    'The matrix `a[i][j]` is code.',
    'The area is 10² m.',
    '- [ ] to do\n- [x] done',
    'She wrote that “[they] slept” [sic].',
    { text: 'Sleep matters [citation needed].', options: { placeholders: false } },
    { text: 'Sleep matters.\n\n[^2]: Lee 2020.', options: { unused: false } },
  ],
});
