/** Where a suppression comment goes, so that it hides the finding and changes nothing else on the page. */
import type { Article, Directive, Edit } from '../rules/index.js';

/** The edit that hides findings of `rule` on the line of `offset`; undefined where no comment can stand (front matter). */
export function disableLineEdit(article: Article, offset: number, rule: string, mdx: boolean): Edit | undefined {
  const { text, frontMatter, directives } = article;
  if (frontMatter && offset < frontMatter.end) return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lineAt(text, start);
  const present = directives.find(({ action, rules, ...place }) => {
    if (rules.length === 0) return false;
    if (action === 'disable-line') return place.start >= start && place.end <= start + line.length;
    return action === 'disable-next-line' && isJustAbove(text, place.end, start);
  });
  if (present) return addRule(text, present, rule);
  if (/^ {0,3}#{1,6}(?:\s|$)/.test(line)) return at(start, comment('disable-next-line', rule, mdx) + article.lineEnding);
  return at(start + commentColumn(line), ` ${comment('disable-line', rule, mdx)}`);
}

/** The edit that hides all findings of `rule` in the file: a comment on top, behind a byte-order mark and front matter. */
export function disableFileEdit(article: Article, rule: string, mdx: boolean): Edit {
  const { text, frontMatter, directives, lineEnding } = article;
  const present = directives.find(({ action, rules, start }) => action === 'disable-file' && rules.length > 0 && (!frontMatter || start >= frontMatter.end));
  if (present) return addRule(text, present, rule);
  const words = comment('disable-file', rule, mdx);
  if (!frontMatter) return at(text.startsWith('\ufeff') ? 1 : 0, words + lineEnding + lineEnding);
  let top = frontMatter.end;
  const closesLine = text[top - 1] === '\n';
  if (text.startsWith('\r\n', top)) top += 2;
  else if (text[top] === '\n') top += 1;
  const before = closesLine || top > frontMatter.end ? '' : lineEnding;
  return at(top, `${before}${lineEnding}${words}${lineEnding}`);
}

function comment(action: Directive['action'], rule: string, mdx: boolean): string {
  return mdx ? `{/* health-lint-${action} ${rule} */}` : `<!-- health-lint-${action} ${rule} -->`;
}

function addRule(text: string, directive: Directive, rule: string): Edit {
  const written = text.slice(directive.start, directive.end);
  const last = directive.rules[directive.rules.length - 1]!;
  return at(directive.start + written.indexOf(last, written.indexOf('disable')) + last.length, ` ${rule}`);
}

/** Before the spaces or the backslash of a hard line break, and inside the last cell of a table's row. */
function commentColumn(line: string): number {
  const hardBreak = /(?:[ \t]+|\\)$/.exec(line);
  const end = hardBreak ? hardBreak.index : line.length;
  const cell = /\s*\|$/.exec(line.slice(0, end));
  return cell && /^\s*(?:>\s*)*\|/.test(line) ? cell.index : end;
}

function isJustAbove(text: string, end: number, lineStart: number): boolean {
  return end <= lineStart && text.slice(end, lineStart).trim() === '';
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
}

function at(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}
