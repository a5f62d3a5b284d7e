/** Completes citation keys from the bibliography (`[@…`) and the labels of footnotes (`[^…`). */
import { CompletionItemKind, type CompletionItem, type CompletionList, type Range } from 'vscode-languageserver';
import type { Article } from '../../rules/index.js';
import { authorsAndYear } from '../../rules/citations/reference-style.js';
import type { Session } from '../feature.js';
import type { LocatedEntry } from '../workspace/sources/entry.js';
import { openArticle, type OpenArticle } from './places.js';

/** Characters after which a client asks by itself. */
export const COMPLETION_TRIGGERS = ['@', '[', '^'];

/** How many entries are sent at a time; a client asks again when the person has typed more. */
const MOST_ITEMS = 500;

/** What is being typed right before the cursor: a key behind `@`, a label behind `[^`, or a bracket that just opened. */
const TYPED = /(?:(?:^|[\s[(;,–—-])(@\{?)([\p{L}\p{N}_:.#$%&+?<>~/-]*)|(\[\^)([^\]\s[]*)|(?<!\])(\[))$/u;

export function registerCompletion(session: Session): void {
  session.connection.onCompletion(async ({ textDocument, position }): Promise<CompletionList | null> => {
    const open = await openArticle(session, textDocument.uri);
    if (!open) return null;
    const { document, article } = open;
    const offset = document.offsetAt(position);
    if (!isInProse(article, offset)) return null;
    const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
    const match = TYPED.exec(line);
    if (!match) return null;
    const [, at, key = '', , label = ''] = match;
    const behind = (length: number): Range => ({ start: { line: position.line, character: position.character - length }, end: position });
    if (at !== undefined) return entryItems(open, key, '', behind(key.length), at.endsWith('{'));
    if (match[3] !== undefined) return { isIncomplete: false, items: footnoteItems(article, behind(label.length)) };
    // Where the article cites in another way, a bracket opens a link or a note.
    const { citationStyle } = article.context;
    return citationStyle === undefined || citationStyle === 'key' ? entryItems(open, '', '@', behind(0), false) : null;
  });
}

function entryItems({ article, setup }: OpenArticle, typed: string, before: string, range: Range, braced: boolean): CompletionList {
  const entries = setup.resources.bibliography?.entries ?? [];
  const words = typed.toLowerCase();
  const fitting = words === '' ? entries : entries.filter((entry) => isSubsequence(words, entry.key.toLowerCase()) || filterText(entry).includes(words));
  const cited = new Set(article.blocks.flatMap(({ value }) => value.citations.flatMap(({ form, keys }) => (form === 'key' ? keys : []))));
  const items = fitting.slice(0, MOST_ITEMS).map((entry): CompletionItem => {
    const { key, title, container = '', doi } = entry;
    return {
      label: key,
      kind: CompletionItemKind.Reference,
      detail: authorsAndYear(entry),
      documentation: [title, container, doi ? `doi:${doi}` : ''].filter(Boolean).join('\n'),
      filterText: `${before}${filterText(entry)}`,
      // What the article cites already is the likelier.
      sortText: `${cited.has(key) ? 0 : 1}${key.toLowerCase()}`,
      textEdit: { range, newText: `${before}${braced || isPlainKey(key) ? key : `{${key}}`}` },
    };
  });
  return { isIncomplete: fitting.length > MOST_ITEMS, items };
}

/** Keys can be found by title and authors, too. */
function filterText({ key, title, authors, year }: LocatedEntry): string {
  return [key, ...authors, year, title].join(' ').toLowerCase();
}

function isPlainKey(key: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?$/u.test(key);
}

function isSubsequence(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function footnoteItems({ references }: Article, range: Range): CompletionItem[] {
  return references
    .filter(({ kind }) => kind === 'footnote')
    .map(({ key, text }, index) => ({
      label: key,
      kind: CompletionItemKind.Reference,
      detail: text.replace(/\s+/g, ' ').trim().slice(0, 80),
      filterText: `${key} ${text.replace(/\s+/g, ' ')}`,
      sortText: String(index).padStart(5, '0'),
      textEdit: { range, newText: key },
    }));
}

/** False in front matter and code, where `@` means other things. */
function isInProse({ blocks }: Article, offset: number): boolean {
  const placed = blocks.find(({ start, value }) => offset >= start && offset <= start + value.text.length);
  return placed !== undefined && !placed.value.inlines.some(({ kind, start, end }) => kind === 'code' && placed.start + start < offset && offset < placed.start + end);
}
