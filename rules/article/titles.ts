/** The headings that open an article's list of sources, and those of a study's own report. */

const OPENING = '(?:references?|sources?|bibliography|works cited|citations?|literature(?: cited)?|end ?notes|footnotes|notes|(?:further|recommended|suggested|additional|background) reading|referenzen|quellen|literatur|quellenangaben|références|bibliographie|referencias|bibliografía|fuentes|fonti|bibliografia|referências|bronnen|källor|źródła|zdroje)';
const SECTION = new RegExp(`^(?:(?:selected|key|main|external|additional|scientific|medical|important|our|list of|all|cited)\\s+)?${OPENING}(?:\\s*(?:and|&|/|,|\\+)\\s*[\\p{L}\\s,&/]{1,60}|\\s+(?:cited|list|section|used|consulted|for this (?:article|page|guide)))?\\s*[:.]?$`, 'iu');

/** True for the words of a heading that opens the list of sources. A number or an emoji may stand before them; `Sources of protein` is no such heading. */
export function opensReferences(title: string): boolean {
  if (title.length > 120) return false;
  const words = title.replace(/^[^\p{L}]+/u, '').replace(/^[ivx]+[.)]\s+/i, '').trim();
  return SECTION.test(words);
}

const METHODS = /^(?:(?:patients|participants|subjects|materials?|design)\s+and\s+)?(?:methods?|methodology|study\s+design)(?:\s+(?:and|&)\s+(?:materials?|patients|participants|subjects|design))?\s*[:.]?$/i;
const RESULTS = /^(?:(?:main|key|overall)\s+)?(?:results|abstract|outcomes?|(?:primary|secondary|clinical|safety)\s+(?:outcomes?|end\s?points?)|adverse\s+events|safety|efficacy|baseline(?:\s+characteristics)?|(?:patient|participant|study)\s+characteristics|(?:study|participant)\s+(?:selection|flow)|(?:sensitivity|subgroup|statistical|secondary|primary)\s+analys[ei]s|meta-analys[ei]s|publication\s+bias|heterogeneity|quality\s+of\s+(?:the\s+)?evidence|risk\s+of\s+bias)(?:\s+(?:and|&|in|of|by|for)\s+[^.]{1,60})?\s*[:.]?$/i;

/** True for the words of a heading that opens the methods of a study. */
export function opensMethods(title: string): boolean {
  return title.length <= 120 && METHODS.test(withoutNumber(title));
}

/** True for the words of a heading under which a study reports what it found. */
export function opensResults(title: string): boolean {
  return title.length <= 120 && (RESULTS.test(withoutNumber(title)) || METHODS.test(withoutNumber(title)));
}

function withoutNumber(title: string): string {
  return title.replace(/^[^\p{L}]+/u, '').trim();
}

/** True for a heading such as `Notes`, which opens the list of sources only where notes follow: remarks in running text may stand under it as well. */
export function mayHeadRemarks(title: string): boolean {
  return /^(?:author'?s?\s+|editor'?s?\s+|our\s+)?notes\s*[:.]?$/i.test(withoutNumber(title));
}
