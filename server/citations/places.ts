/** What stands at a place of an article as far as sources go, and what it points to. */
import type { Article, Citation, CitationForm, Reference, Span } from '../../rules/index.js';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfigFile, MAX_OPEN_LENGTH } from '../documents.js';
import type { Session } from '../feature.js';
import type { Setup } from '../setup.js';

/** An open document with its article and what it is checked with. */
export interface OpenArticle {
  readonly document: TextDocument;
  readonly article: Article;
  readonly setup: Setup;
}

/** The open document of a URI as it is now; undefined where it is not open or not ours to look at. */
export async function openArticle({ documents, configuration }: Pick<Session, 'documents' | 'configuration'>, uri: string): Promise<OpenArticle | undefined> {
  if (isConfigFile(uri)) return undefined;
  const { setupFor, wanted } = await configuration.of(uri);
  const asked = documents.get(uri);
  if (!asked || !wanted || asked.getText().length > MAX_OPEN_LENGTH) return undefined;
  const setup = await setupFor(documents.article(asked));
  // It may have been edited or closed while bibliographies were read.
  const document = documents.get(uri);
  return document && { document, article: documents.article(document), setup };
}

/** A citation with its place in the file, and which of its keys is meant. */
export interface PlacedCitation extends Span {
  readonly citation: Citation;
  /** The key at the asked place, else the first; empty for links and identifiers. */
  readonly key: string;
  /** Where that key stands; the whole mark where it can't be told. */
  readonly keySpan: Span;
}

/** The innermost citation at an offset (its end included). */
export function citationAt(article: Article, offset: number): PlacedCitation | undefined {
  const placed = article.blocks.find(({ start, value }) => offset >= start && offset <= start + value.text.length);
  if (!placed) return undefined;
  const { start, value } = placed;
  const [citation] = value.citations
    .filter((one) => start + one.start <= offset && offset <= start + one.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  if (!citation) return undefined;
  const keys = keySpans(article, start, citation);
  const meant = keys.find(({ span }) => span.start <= offset && offset <= span.end) ?? keys[0];
  const span = { start: start + citation.start, end: start + citation.end };
  return { ...span, citation, key: meant?.key ?? '', keySpan: meant?.span ?? span };
}

function keySpans({ text }: Article, start: number, citation: Citation): { readonly key: string; readonly span: Span }[] {
  const whole = { start: start + citation.start, end: start + citation.end };
  let from = whole.start;
  return citation.keys.map((key) => {
    const at = text.indexOf(key, from);
    if (at === -1 || at + key.length > whole.end) return { key, span: whole };
    from = at + key.length;
    return { key, span: { start: at, end: from } };
  });
}

/** The footnote whose label `[^label]:` stands at the offset, or the entry of the list that does. */
export function referenceAt(article: Article, offset: number): Reference | undefined {
  return article.references.find(({ start, end, key, kind }) => offset >= start && (kind === 'footnote' ? offset <= start + key.length + 4 : offset <= end));
}

/** Where a footnote's label, or an entry, stands: what a jump marks. */
export function headOf({ start, end, key, kind }: Reference): Span {
  return kind === 'footnote' ? { start, end: Math.min(end, start + key.length + 4) } : { start, end };
}

const NUMBERED: readonly CitationForm[] = ['numeric', 'superscript'];

/** The footnote or entry that a citation's key means. */
export function referenceOf({ references }: Article, { form }: Citation, key: string): Reference | undefined {
  if (form === 'footnote') return references.find((one) => one.kind === 'footnote' && one.key.toLowerCase() === key.toLowerCase());
  return NUMBERED.includes(form) ? references.find((one) => one.kind === 'entry' && one.key === key) : undefined;
}

/** Every place of the article that cites the same source by its key. */
export function sameCitations(article: Article, form: CitationForm, key: string): Span[] {
  const family = (one: CitationForm): string => (NUMBERED.includes(one) ? 'number' : one === 'command' ? 'key' : one);
  const same = (other: string): boolean => (form === 'footnote' ? other.toLowerCase() === key.toLowerCase() : other === key);
  return article.blocks.flatMap(({ start, value }) =>
    value.citations.filter((one) => family(one.form) === family(form)).flatMap((citation) => keySpans(article, start, citation).filter((one) => same(one.key)).map(({ span }) => span)),
  );
}
