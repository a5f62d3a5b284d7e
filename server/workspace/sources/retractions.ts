/** Reads lists of retracted publications: the Retraction Watch CSV, or a JSON list of our own. */
import type { Retraction, RetractionList } from '../../../rules/index.js';
import { readColumns } from './csv.js';

export interface ReadRetractions {
  readonly list: RetractionList;
  /** How many publications it names. */
  readonly size: number;
  readonly problems: readonly string[];
}

/** The columns of the Retraction Watch database, as Crossref distributes it, that we read. */
const COLUMNS = ['OriginalPaperDOI', 'OriginalPaperPubMedID', 'RetractionDOI', 'RetractionPubMedID', 'RetractionDate', 'RetractionNature'] as const;

/** An entry of a JSON list: `{"doi": "10.1000/x", "pmid": "1", "kind": "retraction", "date": "2020-01-31", "notice": "10.1000/y"}`. */
interface Item {
  readonly doi?: unknown;
  readonly pmid?: unknown;
  readonly kind?: unknown;
  readonly date?: unknown;
  readonly notice?: unknown;
}

const KINDS: readonly Retraction['kind'][] = ['retraction', 'withdrawal', 'expression-of-concern', 'correction'];

/** The list that a file holds. JSON starts with `[` or `{`; everything else is read as CSV with a header. */
export function readRetractions(text: string): ReadRetractions {
  const byDoi = new Map<string, Retraction>();
  const byPmid = new Map<string, Retraction>();
  const add = (doi: string, pmid: string, retraction: Retraction): void => {
    if (doi) keepStronger(byDoi, doi.toLowerCase(), retraction);
    if (pmid) keepStronger(byPmid, pmid, retraction);
  };
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const problems = /^\s*[[{]/.test(body) ? readJson(body, add) : readCsv(body, add);
  return {
    list: { find: ({ type, value }) => (type === 'doi' ? byDoi.get(value.toLowerCase()) : type === 'pmid' ? byPmid.get(value) : undefined) },
    size: Math.max(byDoi.size, byPmid.size),
    problems,
  };
}

/** A paper may be listed twice, say first with an expression of concern and then as retracted: the graver word counts. */
function keepStronger(map: Map<string, Retraction>, key: string, retraction: Retraction): void {
  const known = map.get(key);
  if (!known || KINDS.indexOf(retraction.kind) < KINDS.indexOf(known.kind)) map.set(key, retraction);
}

type Add = (doi: string, pmid: string, retraction: Retraction) => void;

function readCsv(text: string, add: Add): string[] {
  const header = readColumns(text, COLUMNS, ([doi, pmid, noticeDoi, noticePmid, date = '', nature = '']) => {
    const kind = kindOf(nature);
    if (kind) add(cleanDoi(doi), cleanPmid(pmid), { kind, date: isoDate(date), notice: cleanDoi(noticeDoi) || cleanPmid(noticePmid) });
  });
  return header.some((name) => name === 'OriginalPaperDOI' || name === 'OriginalPaperPubMedID')
    ? []
    : ['This is no Retraction Watch CSV: it has no column OriginalPaperDOI or OriginalPaperPubMedID.'];
}

/**
 * The Retraction Watch CSV with only the columns that are read, a tenth of its size.
 * @throws {Error} where the text is no such CSV; the message says why.
 */
export function condensedRetractions(text: string): { readonly csv: string; readonly size: number } {
  const rows: string[] = [COLUMNS.join(',')];
  const header = readColumns(text.startsWith('\ufeff') ? text.slice(1) : text, COLUMNS, (fields) => {
    if (cleanDoi(fields[0]) || cleanPmid(fields[1])) rows.push(fields.map(quoteIfNeeded).join(','));
  });
  if (!header.includes('OriginalPaperDOI') || !header.includes('RetractionNature')) throw new Error('What came is no Retraction Watch CSV.');
  if (rows.length === 1) throw new Error('What came is an empty list.');
  return { csv: `${rows.join('\n')}\n`, size: rows.length - 1 };
}

function quoteIfNeeded(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function readJson(text: string, add: Add): string[] {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    return [`This is not valid JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
  if (!Array.isArray(root)) return ['The list of retracted publications must be a JSON list: [{"doi": "10.1000/x", "kind": "retraction"}].'];
  for (const { doi, pmid, kind, date, notice } of root.filter((item): item is Item => typeof item === 'object' && item !== null)) {
    add(cleanDoi(doi), cleanPmid(pmid), { kind: KINDS.find((one) => one === kind) ?? 'retraction', date: isoDate(String(date ?? '')), notice: cleanDoi(notice) });
  }
  return [];
}

/** What Retraction Watch calls it; a reinstated paper is none of ours. */
function kindOf(nature: string): Retraction['kind'] | undefined {
  const lower = nature.toLowerCase();
  if (lower.includes('reinstate')) return undefined;
  if (lower.includes('concern')) return 'expression-of-concern';
  if (lower.includes('correct')) return 'correction';
  if (lower.includes('withdraw')) return 'withdrawal';
  return 'retraction';
}

/** `unavailable` and `0` stand for nothing in the database. */
function cleanDoi(value: unknown): string {
  const doi = typeof value === 'string' ? value.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '') : '';
  return doi.startsWith('10.') ? doi : '';
}

function cleanPmid(value: unknown): string {
  const pmid = String(value ?? '').trim();
  return /^[1-9]\d*$/.test(pmid) ? pmid : '';
}

/** `1/31/2020 0:00` (month first, as the database has it) or an ISO date. */
function isoDate(value: string): string {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value);
  if (american) return `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? '';
}
