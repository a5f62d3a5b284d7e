/** Citations that stand in plain words: author and year, identifiers, superscript characters, `(source: …)`. Joins them with those of the markup. */
import { once } from '../lexicon/once.js';
import type { Citation } from './article.js';
import { findIdentifiers, identifierOf } from './identifiers.js';
import { expandNumbers, superscriptKeys } from './numbers.js';

const SUPERSCRIPTS = /[¹²³⁰⁴-⁹](?:[,⁻˒⸴-]?[¹²³⁰⁴-⁹])*/g;
const DIGIT: Readonly<Record<string, string>> = { '⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9', '⁻': '-' };
const AUTHOR_YEAR_GATE = /(?:1[89]|20)\d\d|n\.d\.|in press|forthcoming/;
const YEAR = '(?:(?:1[89]|20)\\d\\d[a-z]?|n\\.d\\.|in press|forthcoming)';
const NAME = "(?:(?:van|von|de|der|den|del|della|di|da|la|le|ter|ten|al|el|bin|ibn|O['’]|Mc|Mac)[ ]?){0,3}\\p{Lu}[\\p{L}'’\\u2010-]+(?:-\\p{Lu}[\\p{L}'’]+)?";
// `Adams`, `Adams RL`
const AUTHOR = `${NAME}(?:\\s+\\p{Lu}{1,3}(?=,|\\s+(?:et|and|&)\\s))?`;
const AUTHORS = `${AUTHOR}(?:(?:,\\s+(?:and\\s+|&\\s*)?|\\s+(?:and|&|et)\\s+)${AUTHOR}){0,6}(?:,?\\s+et\\s+al\\.?|,?\\s+and\\s+(?:colleagues|coworkers|others))?`;
const NARRATIVE = once(() => new RegExp(`(?<![\\p{L}\\p{N}])(${AUTHORS})(?:['’]s)?\\s+[(\\[](${YEAR})(?:,\\s*(?:pp?\\.\\s*)?[\\d–-]+)?[)\\]]`, 'gu'));
const ET_AL = once(() => new RegExp(`(?<![\\p{L}\\p{N}(;])(${NAME}(?:\\s+(?:and|&)\\s+${NAME})?,?\\s+et\\s+al\\.?),?\\s+((?:1[89]|20)\\d\\d[a-z]?)(?![\\d-])`, 'gu'));
const NARRATIVE_GATE = /[([](?:(?:1[89]|20)\d\d|n\.d\.|in press|forthcoming)/;
const ET_AL_GATE = /\set\s+al/;
const PARENTHESIS = /\(((?:[^()[\]]|\[[^()[\]]{0,30}\]){3,300})\)|\[([^()[\]]{3,300})\]/g;
const WRITTEN_PLACEHOLDER = /\((?:citations?|sources?|references?|ref) (?:needed|required|missing|to come)\)|\b(?:TODO|FIXME|TKTK)\b/g;
const PART = once(() => new RegExp(`(?<![\\p{L}\\p{N}])((?:${NAME}|\\p{Lu}{2,}|the|of|for|and|&|on)(?:[\\s,.&;-]+(?:${NAME}|\\p{Lu}\\.|\\p{Lu}{2,}|et\\s+al\\.?|the|of|for|and|on|in)){0,10}),?\\s*[,:]?\\s*(${YEAR})(?!-?\\d)`, 'u'));
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|early|late|since|until|in|by|from|as|updated|accessed|retrieved|version|fiscal|figure|fig|table|section|chapter|appendix|box|step|phase|grade|type|age|aged|est|circa|about|n|p|covid|day|week|month|year|january|february|march|april|june|july|august|september|october|november|december)\b/i;
const INLINE_SOURCE = /[([]\s*sources?\s*:\s*([^()[\]]{2,200})[)\]]/gi;
const TRAILING_SOURCE = once(() => /(?:^|[\s.!?”"'’)])(?:—|–|--)\s*(\p{Lu}[\p{L}.&'’\s-]{1,60}),?\s+(?:1[89]|20)\d\d[a-z]?\s*[.)]?\s*$/u);

/**
 * All citations of a segment, in order.
 * @param marks those that the markup gave, in segment offsets.
 * @param sourceLine true where the whole segment is a `Source: …` line.
 */
export function findTextCitations(text: string, prose: string, marks: readonly Citation[], sourceLine: boolean): readonly Citation[] {
  const found: Citation[] = marks.map((mark) => withIdentifier(mark));
  const overlaps = (start: number, end: number): boolean => found.some((citation) => citation.start < end && citation.end > start);
  for (const { start, end, identifier } of findIdentifiers(prose)) if (!overlaps(start, end)) found.push({ start, end, form: 'identifier', keys: [], identifier });
  for (const match of prose.matchAll(SUPERSCRIPTS)) {
    const plain = [...match[0]].map((char) => DIGIT[char] ?? ',').join('');
    const end = match.index + match[0].length;
    if (/[⁺⁻]/.test(prose.charAt(end)) || /[⁺⁻]/.test(prose.charAt(match.index - 1))) continue;
    const keys = superscriptKeys(plain, text, match.index);
    if (keys) found.push({ start: match.index, end, form: 'superscript', keys });
  }
  for (const match of prose.matchAll(INLINE_SOURCE)) {
    const end = match.index + match[0].length;
    if (!overlaps(match.index, end)) found.push({ start: match.index, end, form: 'source-line', keys: [], label: match[1]!.trim() });
  }
  for (const match of prose.matchAll(WRITTEN_PLACEHOLDER)) {
    const end = match.index + match[0].length;
    if (!overlaps(match.index, end)) found.push({ start: match.index, end, form: 'placeholder', keys: [], label: match[0] });
  }
  if (AUTHOR_YEAR_GATE.test(prose)) findAuthorYears(prose, found, overlaps);
  if (sourceLine && found.length === 0) {
    const colon = prose.indexOf(':');
    found.push({ start: prose.search(/\S/), end: prose.trimEnd().length, form: 'source-line', keys: [], label: prose.slice(colon + 1).trim() });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const PARENTHESISED = /\((\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,20})\)/g;

/**
 * `(1)`, `(2, 5-7)` behind a word: citations where the article has a numbered list of sources. The members of an enumeration,
 * `(1) wash, (2) dry`, stand behind a colon, a comma or `and` instead.
 */
export function findParenthesised(prose: string, citations: readonly Citation[]): readonly Citation[] {
  if (!/\(\d/.test(prose)) return NONE;
  const found: Citation[] = [];
  for (const match of prose.matchAll(PARENTHESISED)) {
    const before = prose.slice(Math.max(0, match.index - 12), match.index).trimEnd();
    if (!/[\p{L}\p{N}.”"’)%\]]$/u.test(before) || /(?:^|\s)(?:and|or|und|et|to|phase|step|grade|stage|type)$/i.test(before)) continue;
    if (/[\p{L}\p{N}]$/u.test(prose.slice(0, match.index))) continue;
    const end = match.index + match[0].length;
    if (citations.some((citation) => citation.start < end && citation.end > match.index)) continue;
    found.push({ start: match.index, end, form: 'numeric', keys: expandNumbers(match[1]!) });
  }
  return found;
}

const NONE: readonly Citation[] = [];

function findAuthorYears(prose: string, found: Citation[], overlaps: (start: number, end: number) => boolean): void {
  // Two patterns that start with a name are slow in prose full of capitals; what must stand behind the name is rare.
  for (const match of NARRATIVE_GATE.test(prose) ? prose.matchAll(NARRATIVE()) : []) {
    if (MONTHS.test(match[1]!)) continue;
    const end = match.index + match[0].length;
    if (!overlaps(match.index, end)) found.push({ start: match.index, end, form: 'author-year', keys: [keyOf(match[1]!, match[2]!)] });
  }
  for (const match of prose.matchAll(PARENTHESIS)) {
    const end = match.index + match[0].length;
    const content = (match[1] ?? match[2]!).replace(/\s*\[[^[\]]*\]/g, '');
    if (!AUTHOR_YEAR_GATE.test(content) || overlaps(match.index, end)) continue;
    const keys: string[] = [];
    for (const part of content.split(';')) {
      const reference = PART().exec(part.replace(/^\s*(?:e\.g\.,?|i\.e\.,?|see(?: also)?|cf\.?|reviewed in|for (?:a )?review,?(?: see)?|as cited in)\s+/i, ''));
      if (reference && !MONTHS.test(reference[1]!)) keys.push(keyOf(reference[1]!, reference[2]!));
    }
    if (keys.length > 0) found.push({ start: match.index, end, form: 'author-year', keys });
  }
  for (const match of ET_AL_GATE.test(prose) ? prose.matchAll(ET_AL()) : []) {
    const end = match.index + match[0].length;
    if (!overlaps(match.index, end)) found.push({ start: match.index, end, form: 'author-year', keys: [keyOf(match[1]!.replace(/,?\s+et\s+al\.?$/, ''), match[2]!)] });
  }
  const closing = prose.slice(-120);
  const trailing = /[—–]|--/.test(closing) ? TRAILING_SOURCE().exec(closing) : null;
  if (trailing) {
    const dash = trailing[0].search(/—|–|--/);
    const start = Math.max(0, prose.length - 120) + trailing.index + dash;
    const end = prose.trimEnd().length;
    if (!overlaps(start, end)) found.push({ start, end, form: 'source-line', keys: [], label: prose.slice(start, end).replace(/^[\s—–-]+/, '') });
  }
}

/**
 * The spans (start, end, start, end …) of citations that are no words of the sentence: superscript characters and sources in brackets.
 * Author and year stay: `Smith et al. (2020)` may be the subject.
 */
export function citationBlanks(prose: string, citations: readonly Citation[]): readonly number[] {
  const blanks: number[] = [];
  for (const { form, start, end } of citations) {
    const bracketed = /[([]/.test(prose.charAt(start));
    if (form === 'superscript' || ((form === 'source-line' || form === 'placeholder') && bracketed)) blanks.push(start, end);
  }
  return blanks;
}

/** `Smith 2020` for one author or many. */
function keyOf(authors: string, year: string): string {
  // An organisation's name may hold an `and`.
  const first = /\s(?:of|for|the|on)\s/.test(authors) ? authors.trim() : authors.split(/,|\s+(?:and|&|et)\s+/)[0]!.trim().replace(/(\p{Ll})\s+\p{Lu}{1,3}$/u, '$1');
  return `${first} ${year}`;
}

function withIdentifier(citation: Citation): Citation {
  const source = citation.href ?? (citation.form === 'key' ? citation.keys[0] : undefined);
  const identifier = source === undefined ? undefined : identifierOf(source);
  return identifier ? { ...citation, identifier } : citation;
}
