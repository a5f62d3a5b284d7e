/** The open documents: their text as the editor has it, the article read from it and what the rules say about it. */
import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseArticle, type Article, type Finding, type Linter, type RuleFailure } from '../rules/index.js';
import { normalUri } from './uris.js';
import { CONFIG_FILE } from './protocol.js';
import type { DocumentSetup, Setup } from './setup.js';

/** What one version of a document came to. */
export interface Snapshot {
  readonly version: number;
  readonly article: Article;
  readonly setup: Setup;
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/**
 * Documents above this many UTF-16 units are not checked while they are open. At this size opening takes two to three seconds and a check after
 * a key some 20 ms; both grow with the length, and publishing thousands of findings costs an editor more than finding them.
 */
export const MAX_OPEN_LENGTH = 2_000_000;

/** What is kept of an open document between edits; all of it can be worked out again. */
interface Memory {
  article: Article | undefined;
  linter: { readonly setup: Setup; readonly linter: Linter } | undefined;
  snapshot: Snapshot | undefined;
}

export interface Documents {
  readonly texts: TextDocuments<TextDocument>;
  /** The open document of this URI in whatever spelling. */
  get(uri: string): TextDocument | undefined;
  /** Open articles (configuration files, which are also watched, left out). */
  articles(): readonly TextDocument[];
  /** The document's current text, read; kept until the next edit. */
  article(document: TextDocument): Article;
  /** The document's text at the time of the answer, linted; kept until the next edit or another setup. */
  snapshot(document: TextDocument, setup: DocumentSetup): Promise<Snapshot>;
}

export function createDocuments(connection: Connection): Documents {
  const texts = new TextDocuments(TextDocument);
  const byNormalUri = new Map<string, string>();
  const memories = new Map<string, Memory>();
  texts.onDidOpen(({ document }) => byNormalUri.set(normalUri(document.uri), document.uri));
  texts.onDidClose(({ document }) => {
    byNormalUri.delete(normalUri(document.uri));
    memories.delete(document.uri);
  });
  texts.listen(connection);

  const memoryOf = ({ uri }: TextDocument): Memory => {
    let memory = memories.get(uri);
    if (!memory) memories.set(uri, (memory = { article: undefined, linter: undefined, snapshot: undefined }));
    return memory;
  };

  const article: Documents['article'] = (document) => {
    const memory = memoryOf(document);
    const text = document.getText();
    if (memory.article?.text !== text) memory.article = parseArticle(text, memory.article);
    return memory.article;
  };

  return {
    texts,
    get: (uri) => texts.get(byNormalUri.get(normalUri(uri)) ?? uri),
    articles: () => texts.all().filter(({ uri }) => !isConfigFile(uri)),
    article,
    async snapshot(document, { setupFor }) {
      // An edit may come in while a bibliography is read; what is linted is the text as it is then.
      const setup = await setupFor(article(document));
      const memory = memoryOf(document);
      const { version } = document;
      if (memory.linter?.setup !== setup) {
        memory.linter = { setup, linter: setup.createLinter() };
        memory.snapshot = undefined;
      }
      if (memory.snapshot?.version !== version) {
        const read = article(document);
        memory.snapshot = { version, article: read, setup, ...memory.linter.linter.lint(read) };
      }
      return memory.snapshot;
    },
  };
}

export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_FILE}`);
}

/** True where the document is MDX, by its language or its name. */
export function isMdx({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): boolean {
  return languageId === 'mdx' || /\.mdx$/i.test(uri);
}
