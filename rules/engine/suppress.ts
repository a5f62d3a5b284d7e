/** Suppression comments: which findings they hide, and which of them hide nothing. */
import type { Article, Directive, Span } from '../article/article.js';
import type { Finding, Severity } from './finding.js';
import { nearestName } from './nearest.js';

export const UNUSED_SUPPRESSION = 'unused-suppression';

export interface SuppressionSettings {
  /** Every rule id there is. */
  readonly known: ReadonlySet<string>;
  /** The rules that ran. */
  readonly active: ReadonlySet<string>;
  /** The severity of a finding about an unused comment; undefined: not reported. */
  readonly unused: Severity | undefined;
}

/** The stretch of the file in which one comment hides findings. */
interface Scope extends Span {
  readonly directive: Directive;
  used: boolean;
}

/** The findings that no comment hides, and one for each comment that hides nothing or names a rule that does not exist; the list itself where there is no comment. */
export function suppress(findings: Finding[], article: Article, settings: SuppressionSettings): Finding[] {
  if (article.directives.length === 0) return findings;
  const scopes = scopesOf(article);
  const shown = findings.filter((finding) => {
    const hiding = scopes.filter((scope) => hides(scope, finding));
    for (const scope of hiding) scope.used = true;
    return hiding.length === 0;
  });
  const { unused } = settings;
  if (!unused) return shown;
  const problems = scopes.flatMap((scope) => problemsOf(scope, settings).map((message) => unusedFinding(scope.directive, message, unused, article.text)));
  return [...shown, ...problems.filter((problem) => !scopes.some((scope) => hides(scope, problem)))];
}

function hides({ directive, start, end }: Scope, finding: Finding): boolean {
  return finding.start >= start && finding.start < end && (directive.rules.length === 0 || directive.rules.includes(finding.rule));
}

function scopesOf(article: Article): Scope[] {
  const { text, directives, blocks } = article;
  const firstProse = blocks[0]?.start ?? text.length;
  const scopes: Scope[] = [];
  directives.forEach((directive, index) => {
    if (directive.action === 'enable') return;
    scopes.push({ directive, used: false, ...extentOf(directive, index) });
  });
  return scopes;

  function extentOf(directive: Directive, index: number): Span {
    switch (directive.action) {
      case 'disable-file':
        return { start: 0, end: text.length + 1 };
      case 'disable-line':
        return { start: lineStart(text, directive.start), end: lineEnd(text, directive.end) + 1 };
      case 'disable-next-line':
        return nextLine(text, directive.end);
      default: {
        const close = directives.slice(index + 1).find((other) => other.action === 'enable' && (other.rules.length === 0 || sameRules(other, directive)));
        // Above all prose it speaks for the whole file, also for findings about the article that stand at its very start.
        return { start: directive.start <= firstProse ? 0 : directive.start, end: close ? close.start : text.length + 1 };
      }
    }
  }
}

function sameRules(a: Directive, b: Directive): boolean {
  return b.rules.length > 0 && b.rules.every((rule) => a.rules.includes(rule));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The next line that has anything on it: Markdown often wants a blank line behind a comment. */
function nextLine(text: string, offset: number): Span {
  let start = lineEnd(text, offset) + 1;
  while (start < text.length && text.slice(start, lineEnd(text, start)).trim() === '') start = lineEnd(text, start) + 1;
  return { start, end: lineEnd(text, start) + 1 };
}

function problemsOf({ directive, used }: Scope, { known, active }: SuppressionSettings): string[] {
  const unknown = directive.rules.filter((rule) => !known.has(rule));
  const problems = unknown.map((rule) => {
    const near = nearestName(rule, [...known]);
    return `There is no rule “${rule}”${near ? `; did you mean “${near}”?` : '.'} This comment hides nothing of that name.`;
  });
  const sleeping = directive.rules.some((rule) => known.has(rule) && !active.has(rule));
  if (!used && unknown.length === 0 && !sleeping) {
    problems.push('This comment hides nothing: there is no such problem here. Remove it, so that it does not hide a new one unseen.');
  }
  return problems;
}

function unusedFinding(directive: Directive, message: string, severity: Severity, text: string): Finding {
  const { start, end } = directive;
  const alone = text.slice(lineStart(text, start), start).trim() === '' && text.slice(end, lineEnd(text, end)).trim() === '';
  const edit = alone ? { start: lineStart(text, start), end: Math.min(text.length, lineEnd(text, end) + 1), text: '' } : { start, end, text: '' };
  const fixable = /^<!--|^\{\s*\/\*/.test(text.slice(start, end));
  return {
    rule: UNUSED_SUPPRESSION,
    severity,
    message,
    start,
    end,
    fixes: fixable ? [{ title: 'Remove the comment', safety: 'suggestion', edits: [edit] }] : [],
  };
}
