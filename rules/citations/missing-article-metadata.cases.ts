/** Cases of `missing-article-metadata`: whole files, on a fixed day. */
import type { Cases, DetailedCase } from '../testing/cases.js';
import { defineCases } from '../testing/cases.js';

const resources = { today: '2025-11-22' };
const bad = (marked: string, fixed?: string | null, message?: RegExp): DetailedCase => ({ marked, resources, ...(fixed === undefined ? {} : { fixed }), ...(message ? { message } : {}) });
const ok = (text: string): Cases['ok'][number] => ({ text, resources });

export const cases = defineCases({
  wholeFile: true,
  bad: [
    bad('«# Valerian»\n\nValerian is a plant.', '---\ntitle: Valerian\nauthor: \nmedically_reviewed_by: \nlast_reviewed: YYYY-MM-DD\n---\n\n# Valerian\n\nValerian is a plant.'),
    bad('«# Valerian»\r\n\r\nWritten by A. Writer\r\n', '---\r\ntitle: Valerian\r\nmedically_reviewed_by: \r\nlast_reviewed: YYYY-MM-DD\r\n---\r\n\r\n# Valerian\r\n\r\nWritten by A. Writer\r\n'),
    bad('«# Valerian: a plant»\n\nText.', '---\ntitle: "Valerian: a plant"\nauthor: \nmedically_reviewed_by: \nlast_reviewed: YYYY-MM-DD\n---\n\n# Valerian: a plant\n\nText.'),
    bad('«<!-- a note -->»\n# Kava'),
    bad('«---»\nauthor: A. Writer\ndate: 2025-01-01\n---\n\nText.', '---\nauthor: A. Writer\ndate: 2025-01-01\nmedically_reviewed_by: \n---\n\nText.', /medical reviewer/),
    bad('«+++»\ntitle = "Kava"\n+++\n\nText.', '+++\ntitle = "Kava"\nauthor = ""\nmedically_reviewed_by = ""\nlast_reviewed = ""\n+++\n\nText.'),
    bad('---\ntitle: Kava\n«author:»\n---\n\nText.', null, /empty/),
    bad('---\nauthor: A\n«last_reviewed: 2017-02-01»\n---\n\nText.', null, /months ago/),
    bad('---\nauthor: A\ndate: 2015-01-01\n«updated: March 3, 2019»\n---\n\nText.', null, /months ago/),
    bad('---\nauthor: A\n«date: 2099-01-01»\n---\n\nText.', null, /future/),
    bad('---\nauthor: A\n«last_reviewed: soon»\n---\n\nText.', null, /no date/),
    bad('---\nauthor: A\n«lastReviewed: 2020-01-01»\n---\n\nText.', null, /months ago/),
    { marked: '---\nauthor: A\nreviewer: B\n«date: 2025-01-01»\n---\n\nText.', resources, options: { maxAgeMonths: 6 } },
  ],
  ok: [
    ok('---\nauthor: A\nmedically_reviewed_by: Dr B\nlast_reviewed: 2025-03-01\n---\n\nText.'),
    ok('---\nauthors: [A, B]\nreviewed_by: C\nupdated: 2025-01-05\n---\n\nText.'),
    ok('---\nbyline: A\nfact-checker: D\ndate: 2025-01-05\n---\n\nText.'),
    ok('+++\nauthor = "A"\nreviewer = "B"\nlastmod = 2025-03-01\n+++\n\nText.'),
    ok('# Kava\n\n*Written by A. Writer. Medically reviewed by Dr B, MD. Last updated: March 1, 2025.*'),
    ok('# Opening hours\n\nWe are open from nine to five.'),
    ok('# Readme\n\nValerian is a plant.'),
    ok('# Valerian data\n\n## Installation\n\nText.\n\n## Usage\n\nText.'),
    ok('Valerian is a plant.'),
    ok('---\nhealth-lint: {disable: [missing-article-metadata]}\n---\n\n# Valerian\n'),
    ok('---\ntitle: [broken\n---\n\n# Valerian\n'),
    { text: '# Valerian\n\nValerian is a plant.' },
    { text: '---\nauthor: A\ndate: 2010-01-01\n---\n\nText.', resources, options: { maxAgeMonths: 0, required: ['author'] } },
  ],
});
