/** What rules about a whole article share: where to mark it, and whether a file is an article at all. */
import type { Article, Span } from '../article/article.js';
import type { Edit } from '../engine/finding.js';

/** The place to mark for a finding about the whole article: the heading's line if it opens with one, else the first words of its text. */
export function titleSpan(article: Article): Span {
  const body = article.blocks[0];
  if (!body) return { start: 0, end: 0 };
  if (body.value.kind === 'heading') return lineAround(article.text, body.start);
  const words = /^\W*(?:\S+\s+){0,3}\S+/.exec(body.value.text.slice(0, 120));
  return { start: body.start, end: body.start + (words ? words[0].length : Math.min(1, body.value.text.length)) };
}

/** The line in which an offset stands, without its indentation and line end. */
export function lineAround(text: string, offset: number): Span {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  let end = text.indexOf('\n', offset);
  if (end === -1) end = text.length;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  while (start < end && /\s/.test(text[start]!)) start++;
  return { start, end };
}

// Files that stand beside articles: readmes, change logs, licences, notices, documentation of code.
const PROJECT_TITLE = /^\W*(?:read\s?me|change\s?log|changes|release\s+notes|licen[cs]e|(?:the\s+)?mit\s+licen[cs]e|apache\s+licen[cs]e|contributing|contributors|code\s+of\s+conduct|security\s+policy|authors|todo|roadmap|table\s+of\s+contents|index|sitemap)\W*$/i;
const PROJECT_SECTION = /^\W*(?:installation|installing|getting\s+started|quick\s?start|usage|api(?:\s+reference)?|configuration|build(?:ing)?|development|deployment|contributing|license|changelog|\[?v?\d+\.\d+\.\d+\]?|\[?unreleased\]?)\b/i;

/** False for files that only look like articles: project files by their title or by two sections of software documentation. */
export function isArticle(article: Article): boolean {
  let known = articles.get(article);
  if (known === undefined) articles.set(article, (known = !isProjectFile(article)));
  return known;
}

/** Several rules ask. */
const articles = new WeakMap<Article, boolean>();

/** So many blocks at the start of a file tell what it is. */
const TELLING_BLOCKS = 200;

function isProjectFile(article: Article): boolean {
  let sections = 0;
  let first = true;
  for (const { value } of article.blocks.slice(0, TELLING_BLOCKS)) {
    if (value.kind !== 'heading') continue;
    const heading = value.prose.trim();
    if (first && PROJECT_TITLE.test(heading)) return true;
    first = false;
    if (PROJECT_SECTION.test(heading)) sections++;
  }
  return sections >= 2;
}

/** The edit that adds a paragraph at the end of the article, before its list of sources and footnotes. */
export function appendParagraph(article: Article, paragraph: string): Edit {
  const { text, lineEnding } = article;
  const limits = [text.trimEnd().length, article.referencesSection?.start ?? Infinity, ...article.references.filter(({ kind }) => kind === 'footnote').map(({ start }) => start)];
  const limit = Math.min(...limits);
  const at = text.slice(0, limit).trimEnd().length;
  return { start: at, end: at, text: `${at === 0 ? '' : lineEnding + lineEnding}${paragraph}` };
}
