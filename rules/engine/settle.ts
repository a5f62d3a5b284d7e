/** Turns what the rules reported into findings: suppressed and superseded ones go, offsets become the file's, order becomes the text's. */
import type { Article, Placed, Span } from '../article/article.js';
import { scaleSeverity } from './config.js';
import type { Edit, Finding, Fix, Related, Severity } from './finding.js';
import type { FixSpec, Report, RuleMeta } from './rule.js';
import { suppress, type SuppressionSettings } from './suppress.js';

/** A report with all that its finding takes from the rule; its offsets are its own. */
export interface RawReport extends Span {
  readonly meta: RuleMeta;
  readonly severity: Severity;
  readonly message: string;
  readonly report: Report;
  /** True where its fixes or related places depend on the rest of the article. */
  readonly bound: boolean;
}

/**
 * Reads a report once, so that each keystroke after it finds everything in one place.
 * @param configured the severity of the rule. @param bound see `RawReport`.
 */
export function rawReport(meta: RuleMeta, configured: Severity, report: Report, bound = isBound(report)): RawReport {
  const severity = report.severity ? scaleSeverity(report.severity, meta.severity, configured) : configured;
  return { start: report.start, end: report.end, meta, severity, message: report.message, report, bound };
}

function isBound({ related: places, fixes }: Report): boolean {
  return typeof places === 'function' || (fixes?.some(({ edits }) => typeof edits === 'function') ?? false);
}

/** What was said about a stretch of blocks. Places count from the start of the stretch. */
export interface StretchReports {
  /** Each with the start of its block, in their order, free of what reports about the same block supersede. */
  readonly reports: readonly Placed<RawReport>[];
  /** The rules that made them. */
  readonly rules: ReadonlySet<RuleMeta>;
}

/**
 * Findings in the order of the file; where two start together, the shorter comes first.
 * @param stretches what was said about blocks.
 * @param whole what was said about the article.
 */
export function settle(stretches: readonly Placed<StretchReports>[], whole: readonly RawReport[], article: Article, suppressions: SuppressionSettings): Finding[] {
  const dropped = supersededAcross(stretches, whole);
  const findings: Finding[] = [];
  for (const { start: base, value } of stretches) {
    const unbound = unboundFindings(value, base);
    for (let i = 0; i < unbound.length; i++) {
      const { start, value: raw } = value.reports[i]!;
      if (!dropped?.has(raw)) findings.push(unbound[i] ?? new PlacedFinding(raw, base + start, article));
    }
  }
  for (const raw of whole) if (!dropped?.has(raw)) findings.push(new PlacedFinding(raw, 0, article));
  return suppress(findings, article, suppressions).sort(byPlace);
}

const placed = new WeakMap<StretchReports, { readonly start: number; readonly findings: readonly (Finding | undefined)[] }>();

/** The findings of a stretch that starts here, but for those that depend on the rest of the article; kept while the stretch stays where it is. */
function unboundFindings(stretch: StretchReports, base: number): readonly (Finding | undefined)[] {
  let known = placed.get(stretch);
  if (known?.start !== base) {
    known = { start: base, findings: stretch.reports.map(({ start, value: raw }) => (raw.bound ? undefined : new PlacedFinding(raw, base + start, undefined))) };
    placed.set(stretch, known);
  }
  return known.findings;
}

/** The reports that do not yield to another one about overlapping words. */
export function withoutSuperseded(reports: readonly RawReport[]): readonly RawReport[] {
  if (!reports.some(({ meta }) => meta.yieldsTo)) return reports;
  const dropped = superseded(reports.map((raw) => ({ raw, ...focusOf(raw, 0) })));
  return dropped.size === 0 ? reports : reports.filter((raw) => !dropped.has(raw));
}

/** What yields between reports about blocks and reports about the article; only rules that have to do with each other are looked at. */
function supersededAcross(stretches: readonly Placed<StretchReports>[], whole: readonly RawReport[]): ReadonlySet<RawReport> | undefined {
  const concerned = related(new Set(whole.map(({ meta }) => meta)), new Set(stretches.flatMap(({ value }) => [...value.rules])));
  if (concerned.size === 0) return undefined;
  const focused: Focused[] = [];
  const add = (raw: RawReport, start: number): void => {
    if (concerned.has(raw.meta)) focused.push({ raw, ...focusOf(raw, start) });
  };
  for (const raw of whole) add(raw, 0);
  for (const { start: base, value } of stretches) {
    if (![...value.rules].some((rule) => concerned.has(rule))) continue;
    for (const { start, value: raw } of value.reports) add(raw, base + start);
  }
  return superseded(focused);
}

/** The rules of which one may yield to another, where at least one of the two speaks of the whole article. */
function related(whole: ReadonlySet<RuleMeta>, others: ReadonlySet<RuleMeta>): ReadonlySet<RuleMeta> {
  const found = new Set<RuleMeta>();
  for (const one of whole) {
    for (const other of new Set([...whole, ...others])) if (one.yieldsTo?.includes(other.id) || other.yieldsTo?.includes(one.id)) found.add(one).add(other);
  }
  return found;
}

interface Focused extends Span {
  readonly raw: RawReport;
}

/** One sweep over the text, with the reports open whose words have not ended yet. An empty focus overlaps nothing. */
function superseded(reports: readonly Focused[]): ReadonlySet<RawReport> {
  const inOrder = reports.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const dropped = new Set<RawReport>();
  let open: Focused[] = [];
  for (const next of inOrder) {
    open = open.filter(({ end }) => end > next.start);
    for (const other of open) {
      if (yields(other.raw, next.raw)) dropped.add(other.raw);
      if (yields(next.raw, other.raw)) dropped.add(next.raw);
    }
    open.push(next);
  }
  return dropped;
}

function yields(weak: RawReport, strong: RawReport): boolean {
  return weak.meta.yieldsTo?.includes(strong.meta.id) ?? false;
}

function focusOf({ report }: RawReport, start: number): Span {
  const focus = report.focus ?? report;
  return { start: start + focus.start, end: start + focus.end };
}

/**
 * A report in its place. A class, because an article of a megabyte has thousands and each keystroke makes them anew; its fixes and
 * related places are worked out when somebody asks, for an editor shows all findings and opens the menu of one.
 */
class PlacedFinding implements Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly #report: Report;
  /** Undefined for a report that is not bound to the article. */
  readonly #article: Article | undefined;
  #fixes: readonly Fix[] | undefined;
  #related: readonly Related[] | undefined;

  constructor({ start, end, meta, severity, message, report }: RawReport, offset: number, article: Article | undefined) {
    this.rule = meta.id;
    this.severity = severity;
    this.message = message;
    this.start = offset + start;
    this.end = offset + end;
    if (report.data) this.data = report.data;
    this.#report = report;
    this.#article = article;
  }

  get related(): readonly Related[] {
    return (this.#related ??= this.#relatedPlaces());
  }

  #relatedPlaces(): readonly Related[] {
    const { related: places = [] } = this.#report;
    if (typeof places === 'function') return places(this.#article!);
    const offset = this.#offset;
    return offset === 0 ? places : places.map(({ start, end, message }) => ({ start: offset + start, end: offset + end, message }));
  }

  /** Where the offsets of the report count from. */
  get #offset(): number {
    return this.start - this.#report.start;
  }

  get fixes(): readonly Fix[] {
    return (this.#fixes ??= (this.#report.fixes ?? []).map((fix) => new PlacedFix(fix, this, this.#offset, this.#article)));
  }
}

/** One of its fixes. */
class PlacedFix implements Fix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly #work: () => readonly Edit[];
  #edits: readonly Edit[] | undefined;

  constructor({ title, safety, edits }: FixSpec, span: Span, offset: number, article: Article | undefined) {
    this.title = title;
    this.safety = safety;
    this.#work = () => (typeof edits === 'function' ? edits(article!, span) : edits.map(({ start, end, text }) => ({ start: offset + start, end: offset + end, text })));
  }

  get edits(): readonly Edit[] {
    return (this.#edits ??= this.#work());
  }
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
