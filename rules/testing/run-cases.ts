/** Runs a rule's cases: each as it stands and in every place where prose lives. */
import { parseArticle } from '../article/parse.js';
import { resolveConfig } from '../engine/config.js';
import { applyEdits } from '../engine/fixes.js';
import type { Finding } from '../engine/finding.js';
import { createLinter } from '../engine/lint.js';
import { NO_RESOURCES, type Resources } from '../engine/resources.js';
import type { AnyRule } from '../engine/rule.js';
import type { BadCase, Cases, DetailedCase, Setting } from './cases.js';

/** A case put into a place: the text of the file and where the case's own text starts in it. */
interface Variant {
  readonly name: Setting | 'plain';
  readonly text: string;
  /** What the case's offsets become in the file. */
  readonly at: (offset: number) => number;
  /** False where the rule must stay silent. */
  readonly found: boolean;
}

/** What went wrong with one case in one place; empty where nothing did. */
export interface CaseFailure {
  readonly setting: string;
  readonly expected: string;
  readonly got: string;
  readonly text: string;
}

interface Marked {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** `Turmeric «reduces» pain.` -> the plain text and the marked spans. A lone « or » (as a quotation mark) is not possible in a case. */
export function readMarks(marked: string): Marked {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let open = -1;
  for (const char of marked) {
    if (char === '«') open = text.length;
    else if (char === '»') {
      spans.push({ start: open, end: text.length });
      open = -1;
    } else text += char;
  }
  return { text, spans };
}

const settings: readonly Setting[] = ['front-matter', 'quote', 'list', 'table', 'heading', 'crlf', 'emoji', 'wrapped', 'bold', 'code', 'disabled'];

function variants(text: string, ruleId: string, skip: readonly Setting[]): Variant[] {
  const behind = (prefix: string, suffix = ''): Pick<Variant, 'text' | 'at' | 'found'> => ({
    text: prefix + text + suffix,
    at: (offset) => offset + prefix.length,
    found: true,
  });
  const make: Record<Setting, () => Pick<Variant, 'text' | 'at' | 'found'> | undefined> = {
    'front-matter': () => behind('---\ntitle: A page\n---\n\n'),
    quote: () => behind('> '),
    list: () => behind('- '),
    table: () => (/[|\n]/.test(text) ? undefined : behind('| A | B |\n| --- | --- |\n| ', ' | x |\n')),
    heading: () => behind('## '),
    crlf: () => behind('First line of another paragraph.\r\n\r\n'),
    emoji: () => behind('\u{1F33F} '),
    wrapped: () => {
      const spaces = [...text.matchAll(/(?<=[\p{L},]) (?=\p{L})/gu)].map(({ index }) => index);
      const middle = spaces[Math.floor(spaces.length / 2)];
      if (middle === undefined) return undefined;
      return { text: `${text.slice(0, middle)}\n${text.slice(middle + 1)}`, at: (offset) => offset, found: true };
    },
    bold: () => behind('**Note:** '),
    code: () => ({ text: `\`\`\`\n${text}\n\`\`\`\n`, at: (offset) => offset + 4, found: false }),
    disabled: () => ({ ...behind(`<!-- health-lint-disable ${ruleId} -->\n\n`), found: false }),
  };
  const plain: Variant = { name: 'plain', text, at: (offset) => offset, found: true };
  const multiline = text.includes('\n');
  return [
    plain,
    ...settings
      .filter((name) => !skip.includes(name) && !(multiline && ['quote', 'list', 'table', 'heading', 'wrapped'].includes(name)))
      .flatMap((name) => {
        const variant = make[name]();
        return variant ? [{ name, ...variant }] : [];
      }),
  ];
}

/**
 * Runs one case of a rule. In `quote` and `heading` a rule that does not read there must be silent; one that does must find the same span.
 * @returns what failed.
 */
export function runCase(rule: AnyRule, one: BadCase | Cases['ok'][number], kind: 'bad' | 'ok', cases: Cases): CaseFailure[] {
  const detail = detailOf(one, kind);
  const { text, spans } = readMarks(detail.marked);
  const alone = cases.wholeFile === true || detail.anywhere === false;
  const config = resolveConfig([rule], 'recommended', { [rule.meta.id]: withSeverity(rule, detail.options) });
  const resources: Resources = { ...NO_RESOURCES, ...detail.resources };
  const linter = createLinter([rule], config, resources, false);
  const failures: CaseFailure[] = [];
  for (const variant of alone ? [{ name: 'plain' as const, text, at: (offset: number) => offset, found: true }] : variants(text, rule.meta.id, cases.not ?? [])) {
    const reads = readsThere(rule, variant.name) && variant.found;
    const wanted = kind === 'bad' && reads ? spans.map((span) => ({ start: variant.at(span.start), end: variant.at(span.end) })) : [];
    const { findings, failures: thrown } = linter.lint(parseArticle(variant.text));
    const show = (list: readonly { start: number; end: number }[]): string => list.map(({ start, end }) => `[${start},${end}) ${JSON.stringify(variant.text.slice(start, end))}`).join('; ') || 'nothing';
    const fail = (expected: string, got: string): void => void failures.push({ setting: variant.name, expected, got, text: variant.text });
    for (const { error } of thrown) fail('no exception', String(error instanceof Error ? error.stack : error));
    if (show(findings) !== show(wanted)) {
      fail(show(wanted), show(findings));
      continue;
    }
    if (variant.name === 'plain' && kind === 'bad') checkDetails(detail, findings, variant.text, fail);
  }
  return failures;
}

function checkDetails(detail: DetailedCase, findings: readonly Finding[], text: string, fail: (expected: string, got: string) => void): void {
  const first = findings[0];
  if (!first) return;
  if (detail.severity && first.severity !== detail.severity) fail(`severity ${detail.severity}`, first.severity);
  if (detail.message && !detail.message.test(first.message)) fail(`message ${detail.message}`, first.message);
  for (const [key, value] of Object.entries(detail.data ?? {})) {
    if (JSON.stringify(first.data?.[key]) !== JSON.stringify(value)) fail(`data.${key} ${JSON.stringify(value)}`, JSON.stringify(first.data?.[key]));
  }
  if (detail.fixed === undefined) return;
  const edits = findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  if (detail.fixed === null) {
    if (edits.length > 0) fail('no fix', applyEdits(text, edits));
    return;
  }
  const unique = edits.filter((edit, i) => edits.findIndex((other) => JSON.stringify(other) === JSON.stringify(edit)) === i);
  const fixed = applyEdits(text, unique);
  if (edits.length === 0 || fixed !== detail.fixed) fail(JSON.stringify(detail.fixed), edits.length === 0 ? 'no fix' : JSON.stringify(fixed));
}

function detailOf(one: BadCase | Cases['ok'][number], kind: 'bad' | 'ok'): DetailedCase {
  if (typeof one === 'string') return { marked: one };
  if ('length' in one) return { marked: one[0], fixed: one[1] };
  if (kind === 'ok' && 'text' in one) {
    const { text, ...rest } = one;
    return { marked: text, ...rest };
  }
  return one as DetailedCase;
}

/** A rule that is off in `recommended` still has cases: they run at its strongest preset's severity. */
function withSeverity(rule: AnyRule, options: DetailedCase['options']): NonNullable<DetailedCase['options']> {
  if (rule.meta.severity !== 'off') return options ?? rule.meta.severity;
  const severity = Object.values(rule.meta.presets ?? {}).find((one) => one !== 'off') ?? 'warning';
  return typeof options === 'object' ? { severity, ...options } : severity;
}

function readsThere(rule: AnyRule, setting: Setting | 'plain'): boolean {
  const kinds = rule.meta.kinds ?? ['paragraph', 'list-item', 'table-cell', 'html'];
  const zones = rule.meta.zones ?? ['body'];
  if (setting === 'quote') return zones.includes('quote');
  if (setting === 'heading') return kinds.includes('heading');
  if (setting === 'table') return kinds.includes('table-cell');
  if (setting === 'list') return kinds.includes('list-item');
  return true;
}
