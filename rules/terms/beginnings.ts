/** Word beginnings that are no words. */

/** Beginnings that do not stand alone: `anti oxidant` is one word. */
export const BEGINNINGS: ReadonlySet<string> = new Set(['anti', 'auto', 'cardio', 'electro', 'gastro', 'hyper', 'hypo', 'immuno', 'neuro', 'ortho', 'osteo', 'psycho']);
