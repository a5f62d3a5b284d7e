/**
 * The rules as a retext plugin, for people who already run unified: every finding becomes a message of the file.
 *
 *     unified().use(retextEnglish).use(retextHealth, { preset: 'strict' })
 */
import type { Transformer } from 'unified';
import { parseArticle } from './article/parse.js';
import { resolveConfig, type RuleChoice } from './engine/config.js';
import type { Edit, Finding, Severity } from './engine/finding.js';
import { applyEdits } from './engine/fixes.js';
import { createLinter } from './engine/lint.js';
import { NO_RESOURCES, type Resources } from './engine/resources.js';
import type { AnyRule, PresetName, RuleMeta } from './engine/rule.js';
import { rules } from './registry.generated.js';

/** A file as unified hands it to plugins. */
type VFile = Parameters<Transformer>[1];

export interface RetextHealthOptions {
  /** Default: `recommended`. */
  readonly preset?: PresetName;
  /** Severity or options by rule id, as in the configuration file. */
  readonly rules?: Readonly<Record<string, RuleChoice>>;
  /** Dictionary, bibliography and so on, where there are any. */
  readonly resources?: Partial<Resources>;
  /** Where the rules' pages lie (`<pages>/<rule>.md`), for the messages' `url`. Default: the rule's first source. */
  readonly pages?: string;
}

/**
 * Reads the file's own text (Markdown or plain) and leaves the tree alone. Each message has `ruleId`, `source: 'health-lint'`,
 * `actual`, `expected` (what may stand there instead, best first), `note` (why it matters) and `url`. `fatal` is true for errors,
 * false for warnings, undefined for information and hints. A rule that throws becomes a message with `ruleId: 'internal'`.
 */
export function retextHealth(options: RetextHealthOptions = {}): (tree: unknown, file: VFile) => void {
  const config = resolveConfig(rules, options.preset, options.rules);
  const linter = createLinter(rules, config, { ...NO_RESOURCES, ...options.resources });
  const metas = new Map((rules as readonly AnyRule[]).map(({ meta }) => [meta.id, meta as RuleMeta]));
  return (_tree, file) => {
    const text = String(file);
    const { findings, failures } = linter.lint(parseArticle(text));
    const pointAt = points(text);
    for (const finding of findings) addMessage(file, text, finding, pointAt, metas.get(finding.rule), options.pages);
    for (const { rule, error } of failures) {
      file.message(`Rule “${rule}” failed: ${error instanceof Error ? error.message : String(error)}`, { ruleId: 'internal', source: 'health-lint' });
    }
  };
}

function addMessage(file: VFile, text: string, finding: Finding, pointAt: (offset: number) => Point, meta: RuleMeta | undefined, pages: string | undefined): void {
  const { start, end, rule, severity } = finding;
  const message = file.message(finding.message, { place: { start: pointAt(start), end: pointAt(end) }, ruleId: rule, source: 'health-lint' });
  message.fatal = FATAL[severity];
  message.actual = text.slice(start, end);
  message.expected = finding.fixes.flatMap(({ edits }) => (edits.every((edit) => edit.start >= start && edit.end <= end) ? [replaced(text, finding, edits)] : []));
  const url = pages === undefined ? meta?.sources.find((source) => source.url)?.url : `${pages.replace(/\/$/, '')}/${rule}.md`;
  if (url !== undefined) message.url = url;
  if (meta) message.note = meta.why;
}

const FATAL: Readonly<Record<Severity, boolean | undefined>> = { error: true, warning: false, information: undefined, hint: undefined };

/** What stands in the finding's place after the edits, all of which lie in it. */
function replaced(text: string, { start, end }: Finding, edits: readonly Edit[]): string {
  return applyEdits(text.slice(start, end), edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text })));
}

interface Point {
  /** From 1, as unified counts. */
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Turns offsets into lines and columns, each in logarithmic time. */
function points(text: string): (offset: number) => Point {
  const starts = [0];
  for (const { index, 0: feed } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + feed.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1, offset };
  };
}
