/** Cases of `missing-citation`. */
import { defineCases } from '../testing/cases.js';

export const cases = defineCases({ bad: [], ok: [] });
