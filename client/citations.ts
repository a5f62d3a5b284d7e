/** The commands that ask a person for a source: which one, or where to look for it. The server works out what is then written. */
import { commands, Disposable, env, Uri, window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ARTICLE_LANGUAGES, CLIENT_COMMANDS, METHODS, type BibliographyItem, type CiteParams, type SentencePlace } from '../server/protocol.js';

/** Where a source goes, as `cite` wants to know it. */
type Place = Pick<CiteParams, 'textDocument' | 'position' | 'of'>;

export function registerCitations(client: BaseLanguageClient): Disposable {
  const cite = async (place: Place, source: CiteParams['source']): Promise<void> => {
    if (!(await client.sendRequest<boolean>(METHODS.cite, { ...place, source } satisfies CiteParams))) {
      void window.showWarningMessage('The text has changed meanwhile, so nothing was inserted. Try again.');
    }
  };

  const insertCitation = async (sentence?: SentencePlace): Promise<void> => {
    const place = placeOf(sentence);
    if (!place) return;
    const entries = await client.sendRequest<BibliographyItem[]>(METHODS.bibliography, { textDocument: place.textDocument });
    if (entries.length === 0) {
      void window.showInformationMessage('There is no bibliography for this article: put a .bib or CSL file beside it, or name one in its front matter (bibliography: references.bib).');
      return;
    }
    const items = entries.map(({ key, title, source, container }): QuickPickItem & { readonly key: string } => ({ label: title || key, description: source, detail: [key, container].filter(Boolean).join(' · '), key }));
    const picked = await window.showQuickPick(items, { title: 'Insert Citation', placeHolder: 'Title, author, year or key', matchOnDescription: true, matchOnDetail: true });
    if (picked) await cite(place, { key: picked.key });
  };

  const insertReference = async (sentence?: SentencePlace): Promise<void> => {
    const place = placeOf(sentence);
    if (!place) return;
    const text = await window.showInputBox({
      title: 'Insert Reference',
      prompt: 'DOI, PMID or address of the source',
      placeHolder: '10.1000/xyz123',
      ignoreFocusOut: true,
      validateInput: async (value) => (value.trim() === '' || (await client.sendRequest<boolean>(METHODS.isSource, { text: value })) ? undefined : 'This is neither a DOI (10.…/…) nor a PMID (digits) nor an address (https://…).'),
    });
    if (text?.trim()) await cite(place, { text });
  };

  const search = async (site: (query: string) => string, given?: string): Promise<void> => {
    const place = placeOf();
    const query = given ?? (place ? await client.sendRequest<string>(METHODS.searchQuery, place) : '');
    if (query) await env.openExternal(Uri.parse(site(encodeURIComponent(query)), true));
    else if (place) void window.showInformationMessage('Put the cursor into the sentence to search for.');
  };

  return Disposable.from(
    commands.registerCommand(CLIENT_COMMANDS.insertCitation, insertCitation),
    commands.registerCommand(CLIENT_COMMANDS.insertReference, insertReference),
    commands.registerCommand(CLIENT_COMMANDS.searchPubMed, (query?: string) => search((words) => `https://pubmed.ncbi.nlm.nih.gov/?term=${words}`, query)),
    commands.registerCommand(CLIENT_COMMANDS.searchCochrane, (query?: string) => search((words) => `https://www.cochranelibrary.com/search?searchBy=6&searchText=${words}`, query)),
  );
}

/** The place that a quick fix names, else the cursor; undefined, with a word on it, where no article is open. */
function placeOf(sentence?: SentencePlace): Place | undefined {
  if (sentence) return { textDocument: { uri: sentence.uri }, position: sentence.position, of: 'sentence' };
  const editor = window.activeTextEditor;
  if (editor && (ARTICLE_LANGUAGES as readonly string[]).includes(editor.document.languageId)) {
    const { line, character } = editor.selection.active;
    return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character }, of: 'cursor' };
  }
  void window.showInformationMessage('Open an article first.');
  return undefined;
}
