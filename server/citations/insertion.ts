/** Cites a source in an open document: from the bibliography, or one that a person names. The client asks, the edit is worked out here. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { citeSource, type InsertedSource } from '../../rules/citations/insertion.js';
import type { CitationMark } from '../../rules/citations/footnotes.js';
import { authorsAndYear, formatReference } from '../../rules/citations/reference-style.js';
import { searchQuery, sentenceAt } from '../../rules/citations/search-query.js';
import { isSameSource, readSource, referenceText, sourceKey } from '../../rules/citations/source-input.js';
import type { Reference } from '../../rules/index.js';
import { documentEdit } from '../code-actions.js';
import { textEditOf } from '../convert.js';
import { METHODS, type BibliographyItem, type CiteParams, type DocumentParams, type PositionParams } from '../protocol.js';
import type { Session } from '../feature.js';
import type { LocatedEntry } from '../workspace/sources/entry.js';
import { bibliographyPaths } from '../workspace/sources/bibliography.js';
import { openArticle, type OpenArticle } from './places.js';

export function registerInsertion(session: Session): void {
  const { connection, documents } = session;

  connection.onRequest(METHODS.bibliography, async ({ textDocument }: DocumentParams): Promise<BibliographyItem[]> => {
    const open = await openArticle(session, textDocument.uri);
    return (open?.setup.resources.bibliography?.entries ?? []).map((entry) => ({ key: entry.key, title: entry.title, source: authorsAndYear(entry), container: entry.container ?? '' }));
  });

  connection.onRequest(METHODS.isSource, ({ text }: { readonly text: string }): boolean => readSource(text) !== undefined);

  connection.onRequest(METHODS.searchQuery, ({ textDocument, position }: PositionParams): string => {
    const document = documents.get(textDocument.uri);
    const placed = document && sentenceAt(documents.article(document), document.offsetAt(position));
    return placed ? searchQuery(placed) : '';
  });

  connection.onRequest(METHODS.cite, async ({ textDocument, position, of, source }: CiteParams): Promise<unknown> => {
    const open = await openArticle(session, textDocument.uri);
    if (!open) throw new ResponseError(LSPErrorCodes.RequestFailed, `${textDocument.uri} is not open, or not checked.`);
    const { document, article } = open;
    const edits = citeSource(article, { offset: document.offsetAt(position), of }, sourceOf(open, source), styleOf(open));
    const { applied } = await connection.workspace.applyEdit({ label: 'Insert citation', edit: documentEdit(document, edits.map((edit) => textEditOf(edit, document)), session.client) });
    return applied;
  });
}

function sourceOf({ setup }: OpenArticle, source: CiteParams['source']): InsertedSource {
  if ('key' in source) {
    const entry = setup.resources.bibliography?.get(source.key);
    if (!entry) throw new ResponseError(LSPErrorCodes.RequestFailed, `The bibliography has no entry “${source.key}”.`);
    const reference = formatReference(entry);
    return { key: entry.key, reference, isListed: (listed) => isEntry(listed, entry, reference) };
  }
  const given = readSource(source.text);
  if (!given) throw new ResponseError(LSPErrorCodes.RequestFailed, `“${source.text}” is neither a DOI nor a PMID nor an address.`);
  return { key: sourceKey(given), reference: referenceText(given), isListed: (listed) => isSameSource(listed, given) };
}

function isEntry(listed: Reference, { doi, pmid }: LocatedEntry, reference: string): boolean {
  if (doi && isSameSource(listed, { type: 'doi', value: doi })) return true;
  if (pmid && isSameSource(listed, { type: 'pmid', value: pmid })) return true;
  return listed.text.trim() === reference;
}

/** The style that the configuration asks for; an article that names bibliographies of its own and cites nothing yet is a Pandoc article. */
function styleOf({ article, setup }: OpenArticle): CitationMark {
  const choice = setup.plan.choices['missing-citation'];
  const style = typeof choice === 'object' ? (choice as { readonly style?: unknown }).style : undefined;
  if (style === 'footnote' || style === 'pandoc') return style;
  return article.context.citationStyle === undefined && bibliographyPaths(article.frontMatter?.data).length > 0 ? 'pandoc' : 'auto';
}
