/** Hovers, definitions and references of citations: what a mark stands for, and where. */
import type { Hover, Location } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { Identifier, Retraction } from '../../rules/index.js';
import { formatReference } from '../../rules/citations/reference-style.js';
import { rangeOf } from '../convert.js';
import type { Session } from '../feature.js';
import { linesOf } from '../workspace/lines.js';
import type { LocatedEntry } from '../workspace/sources/entry.js';
import { decodeText } from '../workspace/text.js';
import { citationAt, headOf, openArticle, referenceAt, referenceOf, sameCitations, type OpenArticle, type PlacedCitation } from './places.js';

export function registerNavigation(session: Session): void {
  const { connection } = session;

  connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const open = await openArticle(session, textDocument.uri);
    if (!open) return null;
    const placed = citationAt(open.article, open.document.offsetAt(position));
    const text = placed && describe(open, placed);
    return placed && text ? { contents: { kind: MarkupKind.Markdown, value: text }, range: rangeOf(placed.citation.keys.length > 1 ? placed.keySpan : placed, open.document) } : null;
  });

  connection.onDefinition(async ({ textDocument, position }): Promise<Location[]> => {
    const open = await openArticle(session, textDocument.uri);
    const placed = open && citationAt(open.article, open.document.offsetAt(position));
    return open && placed ? definitionsOf(session, open, placed) : [];
  });

  connection.onReferences(async ({ textDocument, position, context }): Promise<Location[]> => {
    const open = await openArticle(session, textDocument.uri);
    if (!open) return [];
    const { document, article } = open;
    const offset = document.offsetAt(position);
    const placed = citationAt(article, offset);
    const listed = referenceAt(article, offset);
    const here = (spans: readonly { readonly start: number; readonly end: number }[]): Location[] => spans.map((span) => ({ uri: document.uri, range: rangeOf(span, document) }));
    if (placed && placed.key !== '') {
      const declarations = context.includeDeclaration ? await definitionsOf(session, open, placed) : [];
      return [...declarations, ...here(sameCitations(article, placed.citation.form, placed.key))];
    }
    if (!listed || listed.key === '') return [];
    return [...(context.includeDeclaration ? here([headOf(listed)]) : []), ...here(sameCitations(article, listed.kind === 'footnote' ? 'footnote' : 'numeric', listed.key))];
  });
}

/** What a citation stands for, as Markdown; empty where nothing more is known than what is written. */
function describe({ article, setup }: OpenArticle, { citation, key }: PlacedCitation): string {
  const { bibliography, retractions } = setup.resources;
  const entry = citation.form === 'key' || citation.form === 'command' ? bibliography?.get(key) : undefined;
  const reference = referenceOf(article, citation, key);
  const identifiers: readonly Identifier[] = citation.identifier ? [citation.identifier] : entry ? identifiersOf(entry) : (reference?.identifiers ?? []);
  const known = citation.identifier && bibliography?.entries.find((one) => identifiersOf(one).some((own) => isSame(own, citation.identifier!)));
  const notices = [...new Set(identifiers.flatMap((identifier) => notice(retractions?.find(identifier)) ?? []))];
  const words = entry ?? known;
  return [
    ...notices,
    words ? formatReference(words) : (reference?.text.trim() ?? ''),
    // What the reference does not say itself.
    ...(citation.identifier ? [linkTo(citation.identifier)] : []),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function identifiersOf({ doi, pmid }: LocatedEntry): Identifier[] {
  return [...(doi ? [{ type: 'doi', value: doi } as const] : []), ...(pmid ? [{ type: 'pmid', value: pmid } as const] : [])];
}

function isSame(a: Identifier, b: Identifier): boolean {
  return a.type === b.type && a.value.toLowerCase() === b.value.toLowerCase();
}

const SAID: Readonly<Record<Retraction['kind'], string>> = { retraction: 'Retracted', withdrawal: 'Withdrawn', 'expression-of-concern': 'Expression of concern', correction: 'Corrected' };

function notice(retraction: Retraction | undefined): string | undefined {
  if (!retraction) return undefined;
  const { kind, date, notice: where } = retraction;
  return `**${SAID[kind]}**${date ? ` ${date}` : ''}${where ? `, notice ${/^\d+$/.test(where) ? `PMID ${where}` : `[${where}](https://doi.org/${encodeURI(where)})`}` : ''}`;
}

const ADDRESSES: Readonly<Partial<Record<Identifier['type'], readonly [string, string]>>> = {
  doi: ['DOI', 'https://doi.org/'],
  pmid: ['PMID', 'https://pubmed.ncbi.nlm.nih.gov/'],
  pmcid: ['', 'https://pmc.ncbi.nlm.nih.gov/articles/'],
  nct: ['', 'https://clinicaltrials.gov/study/'],
  isrctn: ['', 'https://www.isrctn.com/'],
  arxiv: ['arXiv', 'https://arxiv.org/abs/'],
};

function linkTo({ type, value }: Identifier): string {
  const [name, base] = ADDRESSES[type] ?? [];
  if (base === undefined) return `${type.toUpperCase()} ${value}`;
  return [name, `[${value.replace(/[\\`*_[\]<>]/g, '\\$&')}](${base}${encodeURI(value).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))})`].filter(Boolean).join(' ');
}

async function definitionsOf(session: Session, { document, article, setup }: OpenArticle, { citation, key }: PlacedCitation): Promise<Location[]> {
  const reference = referenceOf(article, citation, key);
  if (reference) return [{ uri: document.uri, range: rangeOf(headOf(reference), document) }];
  const entry = citation.form === 'key' || citation.form === 'command' ? setup.resources.bibliography?.get(key) : undefined;
  const place = entry && (await placeOf(session, entry));
  return place ? [place] : [];
}

/** Where an entry's key stands in its file; the top of it where the file has changed since it was read. */
async function placeOf({ host, documents }: Session, { location, offset, key }: LocatedEntry): Promise<Location | undefined> {
  const open = documents.get(location);
  const bytes = open ? undefined : await host.files.read(location).catch(() => undefined);
  if (!open && !bytes) return undefined;
  const text = open ? open.getText() : decodeText(bytes!);
  const at = text.startsWith(key, offset) ? offset : Math.max(0, text.indexOf(key));
  const { line, column } = linesOf(text).at(at);
  // Editors don't count a byte-order mark.
  const character = line === 0 && text.startsWith('\ufeff') ? Math.max(0, column - 1) : column;
  return { uri: open?.uri ?? location, range: { start: { line, character }, end: { line, character: text.startsWith(key, at) ? character + key.length : character } } };
}
