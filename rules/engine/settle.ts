/** Turns what the rules reported into findings: suppressed and superseded ones go, offsets become the file's, order becomes the text's. */
import type { Article, Span } from '../article/article.js';
import { scaleSeverity } from './config.js';
import type { Edit, Finding, Fix, Severity } from './finding.js';
import type { FixSpec, Report, RuleMeta } from './rule.js';
import { suppress, type SuppressionSettings } from './suppress.js';

/** A report as it came from a rule, with the place of its block in the file (0 for reports about the article). */
export interface RawReport {
  readonly rule: RuleMeta;
  readonly severity: Severity;
  readonly report: Report;
  readonly start: number;
}

/** Findings in the order of the file; where two start together, the shorter comes first. */
export function settle(raw: readonly RawReport[], article: Article, suppressions: SuppressionSettings): Finding[] {
  const findings = dropSuperseded(raw).map((one) => place(one, article));
  return suppress(findings, article, suppressions).sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/** Drops each report whose rule yields to that of another report about overlapping words. One sweep over the text. */
function dropSuperseded(raw: readonly RawReport[]): readonly RawReport[] {
  if (!raw.some(({ rule }) => rule.yieldsTo)) return raw;
  const inOrder = raw.map((one) => ({ one, ...focusOf(one) })).filter(({ start, end }) => end > start);
  inOrder.sort((a, b) => a.start - b.start);
  const dropped = new Set<RawReport>();
  let open: typeof inOrder = [];
  for (const next of inOrder) {
    open = open.filter(({ end }) => end > next.start);
    for (const other of open) {
      if (yields(other.one, next.one)) dropped.add(other.one);
      if (yields(next.one, other.one)) dropped.add(next.one);
    }
    open.push(next);
  }
  return raw.filter((one) => !dropped.has(one));
}

function yields(weak: RawReport, strong: RawReport): boolean {
  return weak.rule.yieldsTo?.includes(strong.rule.id) ?? false;
}

/** In file offsets. An empty focus overlaps nothing, so such a report yields to nobody. */
function focusOf({ report, start }: RawReport): Span {
  const focus = report.focus ?? report;
  return { start: start + focus.start, end: start + focus.end };
}

/** Fixes are worked out when somebody asks for them: an editor shows thousands of findings and opens the menu of one. */
function place({ rule, severity, report, start }: RawReport, article: Article): Finding {
  const span = { start: start + report.start, end: start + report.end };
  let fixes: readonly Fix[] | undefined;
  return {
    rule: rule.id,
    severity: report.severity ? scaleSeverity(report.severity, rule.severity, severity) : severity,
    message: report.message,
    ...span,
    get fixes() {
      return (fixes ??= (report.fixes ?? []).map((fix) => placeFix(fix, start, span, article)));
    },
    ...(report.related ? { related: report.related.map((one) => ({ ...one, start: start + one.start, end: start + one.end })) } : {}),
    ...(report.data ? { data: report.data } : {}),
  };
}

function placeFix(fix: FixSpec, start: number, span: Span, article: Article): Fix {
  const edits: readonly Edit[] =
    typeof fix.edits === 'function' ? fix.edits(article, span) : fix.edits.map((edit) => ({ start: start + edit.start, end: start + edit.end, text: edit.text }));
  return { title: fix.title, safety: fix.safety, edits };
}
