/** What Crossref and PubMed know of a publication. Nothing is filled in that they do not say. */
import type { ReferenceDetails } from '../../rules/citations/reference-style.js';
import type { GivenSource } from '../../rules/citations/source-input.js';
import type { Endpoints } from '../protocol.js';
import { download, Unavailable } from './download.js';

/** The public services. Source: https://api.crossref.org/swagger-ui, https://www.ncbi.nlm.nih.gov/books/NBK25499/ */
export const PUBLIC_ENDPOINTS: Endpoints = {
  crossref: 'https://api.crossref.org',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
};

const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Asks the service that knows this identifier.
 * @throws {Unavailable} with a sentence where it is unknown or the service can't be had; {CalledOff}.
 */
export async function lookUp({ type, value }: GivenSource, endpoints: Endpoints, signal: AbortSignal): Promise<ReferenceDetails> {
  if (type === 'doi') {
    const notFound = `Crossref does not know the DOI ${value}. Check it; some DOIs are registered elsewhere.`;
    const answer = await json(`${base(endpoints.crossref)}/works/${encodeURIComponent(value)}`, notFound, signal);
    return fromCrossref(field(answer, 'message'), value, notFound);
  }
  const notFound = `PubMed does not know the PMID ${value}. Check it.`;
  const answer = await json(`${base(endpoints.pubmed)}/esummary.fcgi?db=pubmed&retmode=json&tool=health-lint&id=${encodeURIComponent(value)}`, notFound, signal);
  return fromPubMed(field(field(answer, 'result'), value), value, notFound);
}

function base(address: string): string {
  return address.replace(/\/+$/, '');
}

async function json(address: string, notFound: string, signal: AbortSignal): Promise<unknown> {
  const text = await download(address, { signal, limit: MOST_BYTES, notFound });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unavailable(`${new URL(address).host} answered something else than JSON. Try again later.`);
  }
}

function fromCrossref(work: unknown, doi: string, notFound: string): ReferenceDetails {
  const title = text(list(field(work, 'title'))[0]);
  if (title === '') throw new Unavailable(notFound);
  const names = list(field(work, 'author')).map((author) => text(field(author, 'name')) || [text(field(author, 'family')), text(field(author, 'given'))].filter(Boolean).join(', '));
  const year = ['issued', 'published', 'published-print', 'published-online'].map((name) => text(list(list(field(field(work, name), 'date-parts'))[0])[0])).find((one) => one !== '') ?? '';
  return {
    title: withSubtitle(title, text(list(field(work, 'subtitle'))[0])),
    authors: names.filter((name) => name !== ''),
    year,
    container: text(list(field(work, 'container-title'))[0]) || text(field(work, 'publisher')),
    volume: text(field(work, 'volume')),
    issue: text(field(work, 'issue')),
    pages: text(field(work, 'page')),
    doi,
  };
}

function withSubtitle(title: string, subtitle: string): string {
  return subtitle === '' || title.toLowerCase().includes(subtitle.toLowerCase()) ? title : `${title.replace(/:$/, '')}: ${subtitle}`;
}

function fromPubMed(summary: unknown, pmid: string, notFound: string): ReferenceDetails {
  const title = text(field(summary, 'title')).replace(/\.$/, '');
  if (title === '' || field(summary, 'error') !== undefined) throw new Unavailable(notFound);
  const names = list(field(summary, 'authors')).map((author) => text(field(author, 'name')).replace(/^(.+?) (\p{Lu}{1,3})$/u, '$1, $2'));
  const doi = list(field(summary, 'articleids')).find((id) => field(id, 'idtype') === 'doi');
  return {
    title,
    authors: names.filter((name) => name !== ''),
    year: /\d{4}/.exec(text(field(summary, 'pubdate')))?.[0] ?? '',
    container: text(field(summary, 'source')) || text(field(summary, 'fulljournalname')),
    volume: text(field(summary, 'volume')),
    issue: text(field(summary, 'issue')),
    pages: text(field(summary, 'pages')),
    ...(doi ? { doi: text(field(doi, 'value')) } : {}),
    pmid,
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
