/** The headings that open an article's list of sources. */

const OPENING = '(?:references?|sources?|bibliography|works cited|citations?|literature(?: cited)?|end ?notes|footnotes|notes|(?:further|recommended|suggested|additional|background) reading|referenzen|quellen|literatur|quellenangaben|références|bibliographie|referencias|bibliografía|fuentes|fonti|bibliografia|referências|bronnen|källor|źródła|zdroje)';
const SECTION = new RegExp(`^(?:(?:selected|key|main|external|additional|scientific|medical|important|our|list of|all|cited)\\s+)?${OPENING}(?:\\s*(?:and|&|/|,|\\+)\\s*[\\p{L}\\s,&/]{1,60}|\\s+(?:cited|list|section|used|consulted|for this (?:article|page|guide)))?\\s*[:.]?$`, 'iu');

/** True for the words of a heading that opens the list of sources. A number or an emoji may stand before them; `Sources of protein` is no such heading. */
export function opensReferences(title: string): boolean {
  if (title.length > 120) return false;
  const words = title.replace(/^[^\p{L}]+/u, '').replace(/^[ivx]+[.)]\s+/i, '').trim();
  return SECTION.test(words);
}
