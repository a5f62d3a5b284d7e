/** What a person types or pastes to name a source: a DOI, a PMID or an address. */
import type { Reference } from '../article/article.js';
import { findIdentifiers, identifierOf } from '../article/identifiers.js';
import { isDoi } from './identifier-checks.js';

export interface GivenSource {
  readonly type: 'doi' | 'pmid' | 'url';
  /** A DOI without prefix, a PMID as digits, or the whole address. */
  readonly value: string;
}

/** The source that a text names; undefined where it is neither DOI nor PMID nor address. */
export function readSource(text: string): GivenSource | undefined {
  const given = text.trim();
  if (/^\d{1,8}$/.test(given)) return { type: 'pmid', value: given };
  if (/\s/.test(given.replace(/^(?:doi|pmid)\s*:?\s*/i, ''))) return undefined;
  const [bare] = /^https?:/i.test(given) ? [] : findIdentifiers(given);
  const identifier = identifierOf(given) ?? (bare && bare.start === 0 && bare.end === given.length ? bare.identifier : undefined);
  if (identifier?.type === 'doi') return isDoi(identifier.value) ? { type: 'doi', value: identifier.value } : undefined;
  if (identifier?.type === 'pmid') return { type: 'pmid', value: identifier.value };
  return /^https?:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]\S*)?$/i.test(given) && !/[<>"]/.test(given) ? { type: 'url', value: given } : undefined;
}

/** The source as the text of a footnote or an entry. */
export function referenceText({ type, value }: GivenSource): string {
  return type === 'doi' ? `doi:${value}` : type === 'pmid' ? `PMID: ${value}` : value;
}

/** The source as a citation key, as Manubot reads it: `doi:10.1000/x`. */
export function sourceKey({ type, value }: GivenSource): string {
  return `${type}:${value}`;
}

/** True where a listed source is this one. */
export function isSameSource({ identifiers, hrefs, text }: Reference, { type, value }: GivenSource): boolean {
  const wanted = value.toLowerCase();
  if (type === 'url') return hrefs.some((href) => href.toLowerCase() === wanted) || text.trim().toLowerCase() === wanted;
  return identifiers.length === 1 && identifiers[0]!.type === type && identifiers[0]!.value.toLowerCase() === wanted;
}

/**
 * The identifier of a listed source that says nothing else: `10.1000/x`, `PMID: 123`, `<https://doi.org/10.1000/x>`, `doi: …`.
 * Undefined where it has words of its own, or names something that is neither DOI nor PMID.
 */
export function bareIdentifier({ identifiers, text }: Pick<Reference, 'identifiers' | 'text'>): GivenSource | undefined {
  const [first, ...others] = identifiers;
  if (!first || others.length > 0 || (first.type !== 'doi' && first.type !== 'pmid')) return undefined;
  const rest = text
    .replace(/https?:\/\/[^\s<>)\]]+/g, ' ')
    .replace(/10\.\d{4,9}\/\S+/g, ' ')
    .replace(/\b(?:doi|pmid|pubmed|available\s+(?:at|from)|accessed|source|link)\b/gi, ' ')
    .replace(/\d+/g, ' ');
  return /\p{L}/u.test(rest) ? undefined : { type: first.type, value: first.value };
}
