/** What client and server say to each other beyond the Language Server Protocol: names, and the shapes that go with them. */

/** The language server's name, the diagnostics' source and the prefix of comments and files. */
export const SOURCE = 'health-lint';

/** The section of the editor's settings. */
export const SECTION = 'healthLint';

/** The name of a configuration file. */
export const CONFIG_FILE = '.health-lint.json';

/** The file extensions that a folder is searched for, and that are watched. */
export const ARTICLE_EXTENSIONS = ['md', 'markdown', 'mdx'] as const;

/** The extensions of files that bibliographies and lists of retractions may have; which of them count is the server's to know. */
export const SOURCE_EXTENSIONS = ['bib', 'bibtex', 'biblatex', 'json', 'yaml', 'yml', 'csv'] as const;

/** The language ids that articles have in an editor. */
export const ARTICLE_LANGUAGES = ['markdown', 'mdx'] as const;

/** Commands that the server runs (`workspace/executeCommand`). */
export const COMMANDS = {
  /** No arguments. Checks every article of every folder; answers with a `WorkspaceSummary`. */
  checkWorkspace: 'healthLint.checkWorkspace',
  /** `[uri]`. Applies the safe fixes of an open document; answers with the number of problems that were fixed. */
  fixAllSafe: 'healthLint.fixAllSafe',
  /** `[AddToDictionary]`. Answers with an `AddedToDictionary`. */
  addToDictionary: 'healthLint.addToDictionary',
  /** `[uri]`. Numbers the footnotes of an open document in the order of their first marks; answers with the number of labels that changed. */
  renumberFootnotes: 'healthLint.renumberFootnotes',
  /** `[uri]`. Sorts the footnote definitions of an open document and makes one of doubles; answers with a `SortedSummary`. */
  sortReferences: 'healthLint.sortReferences',
  /** `[uri, Position?]`. Asks Crossref and PubMed for the bare DOIs and PMIDs among the references, or only for the reference at the position, or that the mark there points to; answers with a `FetchSummary`. */
  fetchReferences: 'healthLint.fetchReferences',
  /** `[uri?]`. Downloads the list of retracted publications; answers with a `RetractionsSummary`. */
  updateRetractions: 'healthLint.updateRetractions',
} as const;

/** Commands that the client runs because they ask the person something; the server only names them in code actions. */
export const CLIENT_COMMANDS = {
  /** `[SentencePlace?]`; without it, at the cursor. */
  insertCitation: 'healthLint.insertCitation',
  /** `[SentencePlace?]`; without it, at the cursor. */
  insertReference: 'healthLint.insertReference',
  /** `[query?]`; without it, a query made from the sentence at the cursor. */
  searchPubMed: 'healthLint.searchPubMed',
  /** `[query?]`; without it, a query made from the sentence at the cursor. */
  searchCochrane: 'healthLint.searchCochrane',
} as const;

/** The kind of the code action that applies all safe fixes; a client may run it on save. */
export const FIX_ALL_KIND = 'source.fixAll.healthLint';

/** Requests and notifications of our own. */
export const METHODS = {
  /** Client to server, `ClaimsParams` -> `ClaimsResult | null`: the health claims of an open document. */
  claims: 'healthLint/claims',
  /** Server to client, notification, `StatusParams`: what there is to show in a status bar. Only if `status`. */
  status: 'healthLint/status',
  /** Server to client, `FileParams` -> `{ base64 }`, or `null` where there is no such file. Only if `clientFiles`. */
  readFile: 'healthLint/readFile',
  /** Server to client, `FileParams` -> `FolderEntry[]`, or `null` where there is no such folder. Only if `clientFiles`. */
  readFolder: 'healthLint/readFolder',
  /** Server to client, `{ word }` -> `null`: adds a word to the person's own setting `healthLint.words`. Only if `userWords`. */
  addUserWord: 'healthLint/addUserWord',
  /** Client to server, `DocumentParams` -> `BibliographyItem[]`: what the document's bibliographies hold. */
  bibliography: 'healthLint/bibliography',
  /** Client to server, `CiteParams` -> `boolean`: cites a source; the server works out the edit and applies it. */
  cite: 'healthLint/cite',
  /** Client to server, `{ text }` -> `boolean`: whether a text names a source (DOI, PMID or address). */
  isSource: 'healthLint/isSource',
  /** Client to server, `PositionParams` -> `string`: what to look for in databases to find a source for the sentence; may be empty. */
  searchQuery: 'healthLint/searchQuery',
  /** Server to client, `WriteParams` -> `null`: replaces a file as a whole. Only if `clientFiles`. */
  writeFile: 'healthLint/writeFile',
} as const;

/** What the client hands over when it starts the server; a bare LSP client may leave all of it out. */
export interface InitializationOptions {
  /** Base URI of the rules' pages (`<base>/<rule>.md`), for `codeDescription`. */
  readonly rulePages?: string;
  /** URI of the packed dictionary; without it the server takes the one beside its own bundle, where it has files. */
  readonly dictionary?: string;
  /** True: the client answers `readFile` and `readFolder`. A server in a web worker sees files in no other way. */
  readonly clientFiles?: boolean;
  /** True: the client answers `addUserWord`. */
  readonly userWords?: boolean;
  /** True: the client wants `status` notifications. */
  readonly status?: boolean;
  /** URI of the file in which the client keeps the list of retracted publications that a person has downloaded; there need not be one yet. */
  readonly retractions?: string;
  /** True: the client has the commands in `CLIENT_COMMANDS`. */
  readonly citations?: boolean;
  /** Where to ask instead of the public services, as tests do. */
  readonly endpoints?: Partial<Endpoints>;
  /** Settings for clients without `workspace/configuration`. */
  readonly settings?: Partial<Settings>;
}

/** The editor's settings, section `healthLint`. A configuration file's own words win over them. */
export interface Settings {
  /** False: nothing is checked. Default true. */
  readonly enable: boolean;
  /** When open documents are checked. Default `onType`. */
  readonly run: 'onType' | 'onSave';
  /** Default `recommended`. */
  readonly preset: string;
  /** By rule id: a severity, `off`, or `{ severity, …options }`. */
  readonly rules: Readonly<Record<string, unknown>>;
  /** Words that count as spelt rightly. */
  readonly words: readonly string[];
  /** Bibliography files (BibTeX, CSL JSON …), relative to the workspace folder. */
  readonly bibliography: readonly string[];
  /** A list of retracted publications (CSV), relative to the workspace folder; empty for none. */
  readonly retractions: string;
  /** Where *Update Retraction List* downloads from; empty for the public list. */
  readonly retractionListUrl: string;
}

/** The services that the server asks when, and only when, a person runs a command for it. */
export interface Endpoints {
  /** Base of the Crossref REST API. */
  readonly crossref: string;
  /** Base of the NCBI E-utilities. */
  readonly pubmed: string;
}

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** A place in a document, as the protocol counts. */
export interface PositionParams extends DocumentParams {
  readonly position: { readonly line: number; readonly character: number };
}

/** A sentence that wants a source: any position in it. */
export interface SentencePlace {
  readonly uri: string;
  readonly position: PositionParams['position'];
}

export interface BibliographyItem {
  readonly key: string;
  readonly title: string;
  /** `Meyer et al. 2019`. */
  readonly source: string;
  readonly container: string;
}

export interface CiteParams extends PositionParams {
  /** `cursor`: at the position, on the right side of punctuation; `sentence`: where the sentence at the position takes its mark. */
  readonly of: 'cursor' | 'sentence';
  /** An entry of the bibliography, or what a person has typed: a DOI, a PMID or an address. */
  readonly source: { readonly key: string } | { readonly text: string };
}

export interface WriteParams extends FileParams {
  readonly base64: string;
}

export interface SortedSummary {
  readonly merged: number;
  readonly moved: number;
}

export interface FetchSummary {
  /** References that were written out. */
  readonly replaced: number;
  /** What went wrong, a sentence each. */
  readonly problems: readonly string[];
  readonly cancelled: boolean;
}

export interface RetractionsSummary {
  /** Publications in the list; 0 where the download was called off. */
  readonly size: number;
  /** URI of the file. */
  readonly uri: string;
}

export interface ClaimsParams {
  readonly textDocument: { readonly uri: string };
}

export interface ClaimsResult {
  /** The document's version that the claims were read in. */
  readonly version: number;
  readonly claims: readonly HealthClaim[];
}

/** One claim of an article. Offsets are UTF-16 code units into the document's text, half-open. */
export interface HealthClaim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: { readonly start: number; readonly end: number };
  readonly exposure: string;
  readonly relation: string;
  readonly outcome: string;
  readonly strength: 'direct' | 'conditional' | 'correlational' | 'none';
  readonly commitment: string;
  readonly direction: 'benefit' | 'harm' | 'unclear';
  readonly sources: readonly string[];
}

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly information: number; readonly hint: number };
  /** Problems that a safe fix would mend. */
  readonly fixable: number;
  /** Why the document is not checked, where it is not. */
  readonly skipped?: string;
}

export interface WorkspaceSummary {
  readonly files: number;
  readonly findings: number;
  /** Files that could not be read. */
  readonly unreadable: number;
  readonly cancelled: boolean;
}

export interface AddToDictionary {
  readonly word: string;
  /** `workspace`: the nearest configuration file (one is made where there is none); `user`: the person's own settings. */
  readonly target: 'workspace' | 'user';
  /** The document that the word stands in. */
  readonly uri: string;
}

export interface AddedToDictionary {
  /** The configuration file that was edited through `workspace/applyEdit` and that the client may want to save. */
  readonly uri?: string;
}

export interface FileParams {
  readonly uri: string;
}

export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}
