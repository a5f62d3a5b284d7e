/** Suppression comments: `<!-- health-lint-disable-next-line RULE -->` and the same in MDX comments. */
import type { Directive } from './article.js';

const DIRECTIVE = /^(?:<!--|\{\/\*|\{#|\{\{<?!?\/\*|%%)\s*health-?lint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([^]*?)(?:--+>|\*\/\s*>?\}{1,2}|#\}|%%)?$/i;

/** What a comment (with its delimiters, starting at `start`) says, if it is a directive. Words behind ` -- ` are the writer's reason. */
export function readDirective(comment: string, start: number): Directive | undefined {
  if (comment.length > 2_000) return undefined;
  const match = DIRECTIVE.exec(comment);
  if (!match) return undefined;
  const rules = match[2]!.split(/\s--\s/)[0]!.split(/[\s,]+/).filter((word) => /^[\w/-]+$/.test(word) && /\w/.test(word));
  return { start, end: start + comment.length, action: match[1]!.toLowerCase() as Directive['action'], rules };
}

/** The directive that front matter stands for: `health-lint: {disable: [RULE, …]}`, `health-lint: {disable: true}` or `health-lint: false`. */
export function frontMatterDirective(data: Readonly<Record<string, unknown>>, start: number, end: number): Directive | undefined {
  const entry = data['health-lint'] ?? data['healthLint'] ?? data['healthlint'];
  if (entry === false) return { start, end, action: 'disable-file', rules: [] };
  if (typeof entry !== 'object' || entry === null) return undefined;
  const disable = (entry as Record<string, unknown>)['disable'];
  if (disable === true) return { start, end, action: 'disable-file', rules: [] };
  const rules = (Array.isArray(disable) ? disable : typeof disable === 'string' ? disable.split(/[\s,]+/) : []).filter((rule): rule is string => typeof rule === 'string' && rule !== '');
  return rules.length > 0 ? { start, end, action: 'disable-file', rules } : undefined;
}
