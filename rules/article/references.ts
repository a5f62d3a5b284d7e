/** The sources that an article lists: link definitions, footnotes, and the list at its end. */
import type { Identifier, Reference } from './article.js';
import { findIdentifiers, identifierOf } from './identifiers.js';

const OPENING = '(?:references?|sources?|bibliography|works cited|citations?|literature(?: cited)?|end ?notes|footnotes|notes|(?:further|recommended|suggested|additional|background) reading|referenzen|quellen|literatur|quellenangaben|références|bibliographie|referencias|bibliografía|fuentes|fonti|bibliografia|referências|bronnen|källor|źródła|zdroje)';
const SECTION = new RegExp(`^(?:(?:selected|key|main|external|additional|scientific|medical|important|our|list of|all|cited)\\s+)?${OPENING}(?:\\s*(?:and|&|/|,|\\+)\\s*[\\p{L}\\s,&/]{1,60}|\\s+(?:cited|list|section|used|consulted|for this (?:article|page|guide)))?\\s*[:.]?$`, 'iu');

/** True for the words of a heading that opens the list of sources. A number or an emoji may stand before them; `Sources of protein` is no such heading. */
export function opensReferences(title: string): boolean {
  if (title.length > 120) return false;
  const words = title.replace(/^[^\p{L}]+/u, '').replace(/^[ivx]+[.)]\s+/i, '').trim();
  return SECTION.test(words);
}

const DEFINITION = /^\[((?:[^[\]\\]|\\.){1,999})\]:\s*(?:<([^<>\n]*)>|(\S+))/;

/** What a link definition `[label]: destination "title"` says; offsets are the caller's. */
export function readLinkDefinition(text: string, start: number): Reference | undefined {
  const match = DEFINITION.exec(text);
  if (!match) return undefined;
  const href = match[2] ?? match[3]!;
  const identifier = identifierOf(href);
  return { start, end: start + text.length, key: normalizeLabel(match[1]!), kind: 'entry', text, identifiers: identifier ? [identifier] : [], hrefs: [href] };
}

/** Labels match without regard to case and to how much space stands between words. */
export function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const ENTRY_NUMBER = /^\s*(?:\[(\d{1,4})\]|(\d{1,4})[.):]|\^(\d{1,4})\^|<sup>(\d{1,4})<\/sup>|\\\[(\d{1,4})\\\])\s*/;

/** The number in front of an entry (`[3] Smith …`, `3. Smith …`); empty without one. */
export function entryNumber(text: string): string {
  const match = ENTRY_NUMBER.exec(text);
  return match ? (match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5])! : '';
}

/** The identifiers and addresses in a source's text. */
export function sourcesIn(text: string, hrefs: readonly string[]): { identifiers: readonly Identifier[]; hrefs: readonly string[] } {
  const identifiers: Identifier[] = [];
  const add = (identifier: Identifier | undefined): void => {
    if (identifier && !identifiers.some((known) => known.type === identifier.type && known.value === identifier.value)) identifiers.push(identifier);
  };
  for (const href of hrefs) add(identifierOf(href));
  for (const { identifier } of findIdentifiers(text.replace(/https?:\/\/[^\s<>)\]]+/g, (url) => ' '.repeat(url.length)))) add(identifier);
  return { identifiers, hrefs };
}
