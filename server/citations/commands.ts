/** The commands on references: renumber, sort, fetch details, update the list of retractions. */
import { LSPErrorCodes, ResponseError, type CancellationToken, type Position, type WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Article, Edit, Reference } from '../../rules/index.js';
import { parseArticle } from '../../rules/index.js';
import { formatReference, type ReferenceDetails } from '../../rules/citations/reference-style.js';
import { renumberFootnotes } from '../../rules/citations/renumber.js';
import { sortReferences } from '../../rules/citations/sort-references.js';
import { bareIdentifier, sourceKey, type GivenSource } from '../../rules/citations/source-input.js';
import { documentEdit } from '../code-actions.js';
import { textEditOf } from '../convert.js';
import { COMMANDS, type FetchSummary, type RetractionsSummary, type SortedSummary } from '../protocol.js';
import type { Session } from '../feature.js';
import { normalUri } from '../uris.js';
import { isWithin } from '../workspace/file-system.js';
import { lookUp, PUBLIC_ENDPOINTS } from './catalogues.js';
import { CalledOff, download, Unavailable } from './download.js';
import { citationAt, openArticle, referenceAt, referenceOf, type OpenArticle } from './places.js';

/** What a command runs with besides its arguments. */
export interface CommandRun {
  readonly token: CancellationToken;
  /** The progress that the client offered with the request. */
  readonly offered: WorkDoneProgressReporter | undefined;
}

type Command = (session: Session, args: readonly unknown[], run: CommandRun) => Promise<unknown>;

/** The commands by name. */
export const CITATION_COMMANDS: Readonly<Record<string, Command>> = {
  [COMMANDS.renumberFootnotes]: async (session, [uri]) => {
    const { article, ...open } = await articleOf(session, COMMANDS.renumberFootnotes, uri);
    const edits = renumberFootnotes(article);
    await apply(session, open, 'Renumber footnotes', edits);
    return edits.length;
  },
  [COMMANDS.sortReferences]: async (session, [uri]): Promise<SortedSummary> => {
    const { article, ...open } = await articleOf(session, COMMANDS.sortReferences, uri);
    const { edits, merged, moved } = sortReferences(article);
    await apply(session, open, 'Sort references', edits);
    return { merged, moved };
  },
  [COMMANDS.fetchReferences]: (session, [uri, position], run) => fetchReferences(session, uri, position, run),
  [COMMANDS.updateRetractions]: (session, [uri], run) => updateRetractions(session, uri, run),
};

async function articleOf(session: Session, command: string, uri: unknown): Promise<OpenArticle> {
  if (typeof uri !== 'string') throw failed(`${command} needs the URI of an open document as its argument.`);
  const open = await openArticle(session, uri);
  if (!open) throw failed(`${uri} is not open, or not checked.`);
  return open;
}

async function apply({ connection, client }: Session, { document }: Pick<OpenArticle, 'document'>, label: string, edits: readonly Edit[]): Promise<void> {
  if (edits.length === 0) return;
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit: documentEdit(document, edits.map((edit) => textEditOf(edit, document)), client) });
  if (!applied) throw failed(failureReason ?? 'The editor did not apply the change: the text has changed meanwhile. Try again.');
}

/** How many are asked for at the same time: the services ask for patience. */
const AT_ONCE = 3;

async function fetchReferences(session: Session, uri: unknown, position: unknown, run: CommandRun): Promise<FetchSummary> {
  const open = await articleOf(session, COMMANDS.fetchReferences, uri);
  const wanted = isPosition(position) ? atPosition(open, position) : undefined;
  const references = wanted ? [wanted] : open.article.references;
  const sources = new Map(references.flatMap((one) => {
    const source = bareIdentifier(one);
    return source ? [[sourceKey(source), source] as const] : [];
  }));
  if (sources.size === 0) {
    return { replaced: 0, cancelled: false, problems: [wanted ? 'This reference has words of its own; only a bare DOI or PMID is looked up.' : 'No reference is a bare DOI or PMID.'] };
  }
  const { details, problems, cancelled } = await withProgress(session, run, 'Looking up references', (signal, tell) => lookUpAll(session, [...sources.values()], signal, tell));
  if (cancelled) return { replaced: 0, problems: [], cancelled };
  // The text may have changed while the services were asked: what counts is where the references stand now.
  const now = await articleOf(session, COMMANDS.fetchReferences, uri);
  const edits = now.article.references.flatMap((reference) => writtenOut(now.article, reference, details) ?? []);
  await apply(session, now, 'Fetch reference details', edits);
  return { replaced: edits.length, problems, cancelled };
}

/** The reference at a position: that which stands there, or that which the mark there points to. */
function atPosition({ article, document }: OpenArticle, position: Position): Reference | undefined {
  const offset = document.offsetAt(position);
  const inside = article.references.find(({ start, end }) => start <= offset && offset <= end);
  if (inside) return inside;
  const placed = citationAt(article, offset);
  return (placed && referenceOf(article, placed.citation, placed.key)) ?? referenceAt(article, offset);
}

async function lookUpAll({ client }: Session, sources: readonly GivenSource[], signal: AbortSignal, tell: Tell): Promise<{ readonly details: ReadonlyMap<string, ReferenceDetails>; readonly problems: readonly string[] }> {
  const endpoints = { ...PUBLIC_ENDPOINTS, ...client.options.endpoints };
  const details = new Map<string, ReferenceDetails>();
  const problems = new Set<string>();
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let source = sources[next++]; source; source = sources[next++]) {
      try {
        details.set(sourceKey(source), await lookUp(source, endpoints, signal));
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        problems.add(error.message);
      }
      tell(++done / sources.length, `${done} of ${sources.length}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, sources.length) }, work));
  return { details, problems: [...problems] };
}

const PREFIX = /^(?:\[\^[^\]\n]+\]:[ \t]*|\s*(?:\\?\[\d{1,4}\\?\]:?|\d{1,4}[.):])[ \t]+)?/;

/** The edit that puts the reference in place of a bare identifier; undefined where it has got words meanwhile, or nothing was found. */
function writtenOut({ text }: Article, reference: Reference, details: ReadonlyMap<string, ReferenceDetails>): Edit | undefined {
  const source = bareIdentifier(reference);
  const found = source && details.get(sourceKey(source));
  if (!found) return undefined;
  const prefix = PREFIX.exec(text.slice(reference.start, reference.end))?.[0] ?? '';
  return { start: reference.start + prefix.length, end: reference.end, text: formatReference(found) };
}

/** The public list. Source: https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/ */
export const RETRACTION_LIST = 'https://gitlab.com/crossref/retraction-watch-data/-/raw/main/retraction_watch.csv';
const MOST_LIST_BYTES = 300 * 1024 * 1024;

async function updateRetractions(session: Session, uri: unknown, run: CommandRun): Promise<RetractionsSummary> {
  const { host, configuration } = session;
  const target = await retractionsTarget(session, typeof uri === 'string' ? uri : undefined);
  const { retractionListUrl } = await configuration.general();
  const { cancelled, size } = await withProgress(session, run, 'Downloading the list of retracted publications', async (signal, tell) => {
    const text = await download(retractionListUrl || RETRACTION_LIST, {
      signal,
      limit: MOST_LIST_BYTES,
      notFound: 'The list of retracted publications is not at its address any more: correct the setting healthLint.retractionListUrl.',
      onProgress: (bytes, total) => tell(total && bytes / total, `${(bytes / 1024 / 1024).toFixed(1)} MB`),
    });
    const { condensedRetractions } = await import('../workspace/sources/retractions.js');
    const condensed = condensedRetractions(text);
    // Called off at the last moment is called off.
    if (signal.aborted) throw new CalledOff('Called off.');
    await host.write(target, new TextEncoder().encode(condensed.csv));
    return { size: condensed.size };
  });
  if (!cancelled) configuration.resourceChanged(target);
  return { size: size ?? 0, uri: target };
}

/** Where the list is kept: in the CSV that the configuration names, or in the client's own storage. */
async function retractionsTarget({ client, host, folders, configuration }: Session, uri: string | undefined): Promise<string> {
  const stored = client.options.retractions === undefined ? undefined : normalUri(client.options.retractions);
  const [folder] = folders.all();
  const asked = uri ?? (folder === undefined ? undefined : host.files.join(folder, 'article.md'));
  const named = asked === undefined ? undefined : (await (await configuration.of(asked)).setupFor(parseArticle(''))).plan.retractions;
  if (named === undefined || named === stored) {
    if (stored === undefined) throw failed('Say where to keep the list: set healthLint.retractions to the path of a CSV file in the workspace.');
    return stored;
  }
  // A configuration is data from a workspace that need not be trusted: it may name a list, not have just any file replaced.
  if (!/\.csv$/i.test(named) || !folders.all().some((one) => isWithin(named, one))) throw failed(`Only a CSV file in the workspace is replaced; the list of retracted publications is ${named}.`);
  const present = await host.files.read(named, MOST_LIST_BYTES);
  if (present && !/^.{0,2000}OriginalPaperDOI/.test(new TextDecoder().decode(present.subarray(0, 4000)))) throw failed(`${named} is no Retraction Watch list, so it is not replaced.`);
  return named;
}

/** @param part how far it is, from 0 to 1, where that is known. */
type Tell = (part: number | undefined, message: string) => void;

/** Runs with progress that can be called off, by the request or by its progress. */
async function withProgress<T extends object>({ connection }: Session, { token, offered }: CommandRun, title: string, work: (signal: AbortSignal, tell: Tell) => Promise<T>): Promise<T & { readonly cancelled: false } | Partial<Record<keyof T, never>> & { readonly cancelled: true }> {
  const own = offered ? undefined : await connection.window.createWorkDoneProgress();
  const progress = offered ?? own!;
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const one of [token, own?.token]) {
    if (one?.isCancellationRequested) stop();
    one?.onCancellationRequested(stop);
  }
  progress.begin(title, 0, undefined, true);
  let told = 0;
  const tell: Tell = (part, message) => {
    // A large file comes in thousands of pieces.
    if (Date.now() - told < 100 && part !== 1) return;
    told = Date.now();
    if (part === undefined) progress.report(message);
    else progress.report(Math.floor(100 * part), message);
  };
  try {
    return { ...(await work(controller.signal, tell)), cancelled: false };
  } catch (error) {
    if (error instanceof CalledOff) return { cancelled: true };
    throw failed(error instanceof Error ? error.message : String(error));
  } finally {
    progress.done();
  }
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && typeof (value as Position).line === 'number' && typeof (value as Position).character === 'number';
}

function failed(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
