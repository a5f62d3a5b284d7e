/** Runs the rules over an article and settles what they say into findings. */
import type { Article, Block, Placed } from '../article/article.js';
import type { Config } from './config.js';
import type { Finding } from './finding.js';
import { createGate } from './gate.js';
import { readBlock, type ActiveRule, type BlockResult, type RuleFailure } from './read-block.js';
import { NO_RESOURCES, type Resources } from './resources.js';
import type { AnyRule, Rule, RuleContext } from './rule.js';
import { rawReport, settle, type RawReport, type StretchReports } from './settle.js';
import { cutIntoStretches, type Stretch } from './stretches.js';
import { UNUSED_SUPPRESSION } from './suppress.js';
import { hasUsualCues } from './usual-cues.js';

export type { RuleFailure } from './read-block.js';

export interface LintResult {
  /** In the order of the file. */
  readonly findings: readonly Finding[];
  /** Rules that threw; their findings are missing, everybody else's are there. */
  readonly failures: readonly RuleFailure[];
}

/** Lints articles with one set of rules, configuration and resources, and remembers what it found in each block. */
export interface Linter {
  lint(article: Article): LintResult;
}

/** What the rules said about a stretch of blocks; places count from its start. */
interface StretchResult extends StretchReports {
  /** By rule index: the facts, or their digest for a rule that makes one. Rules without facts have none. */
  readonly facts: readonly (readonly Placed<unknown>[] | undefined)[];
  readonly failures: readonly RuleFailure[];
}

const PROSE_KINDS = ['paragraph', 'list-item', 'table-cell', 'html'] as const;
const PROSE_ZONES = ['body'] as const;

/**
 * A linter for many articles or many versions of one. What a rule said about a block is kept with the block object itself,
 * which the parser keeps from edit to edit, so an edit re-reads one block; what stretches of blocks come to is kept with the
 * stretch. Another configuration or other resources need another linter.
 * @param remember false turns the memo off (for tests: the result must be the same).
 */
export function createLinter(rules: readonly AnyRule[], config: Config, resources: Resources = NO_RESOURCES, remember = true): Linter {
  const active: ActiveRule[] = [];
  for (const rule of rules as unknown as readonly Rule[]) {
    const setting = config.rules.get(rule.meta.id);
    if (!setting) continue;
    active.push({
      rule,
      severity: setting.severity,
      options: setting.options as RuleContext['options'],
      kinds: new Set(rule.meta.kinds ?? PROSE_KINDS),
      zones: new Set(rule.meta.zones ?? PROSE_ZONES),
    });
  }
  const suppressions = {
    known: new Set(rules.map(({ meta }) => meta.id)),
    active: new Set(config.rules.keys()),
    unused: config.rules.get(UNUSED_SUPPRESSION)?.severity,
  };
  const cues = active.map(({ rule, options }) => (typeof rule.cues === 'function' ? rule.cues(options) : rule.cues));
  const gate = createGate(cues, resources.cues && { table: resources.cues, ids: active.map(({ rule, options }) => (hasUsualCues(rule, options) ? rule.meta.id : undefined)) });
  let memo = new WeakMap<Block, BlockResult>();
  let memoKey = '';
  let last: readonly Placed<Stretch<StretchResult>>[] = [];
  return {
    lint(article) {
      if (article.context.key !== memoKey) {
        memo = new WeakMap();
        memoKey = article.context.key;
        last = [];
      }
      const contexts = active.map(({ options, severity }): RuleContext => ({ options, severity, article: article.context, resources }));
      const resultOf = (block: Block): BlockResult => {
        let result = memo.get(block);
        if (!result) {
          result = readBlock(block, active, contexts, gate);
          if (remember) memo.set(block, result);
        }
        return result;
      };
      const stretches = cutIntoStretches(article.blocks, last, (blocks) => readStretch(blocks, resultOf, active, contexts));
      if (remember) last = stretches;
      const failures: RuleFailure[] = [];
      for (const { value } of stretches) if (value.value.failures.length > 0) failures.push(...value.value.failures);
      const whole: RawReport[] = [];
      active.forEach(({ rule, severity }, index) => {
        if (!rule.conclude) return;
        try {
          for (const report of rule.conclude(factsOf(index, stretches), article, contexts[index]!)) whole.push(rawReport(rule.meta, severity, report, true));
        } catch (error) {
          failures.push({ rule: rule.meta.id, error });
        }
      });
      return { findings: settle(stretches.map(({ start, value }) => ({ start, value: value.value })), whole, article, suppressions), failures };
    },
  };
}

/** Puts together what the rules said about consecutive blocks. */
function readStretch(blocks: readonly Placed<Block>[], resultOf: (block: Block) => BlockResult, active: readonly ActiveRule[], contexts: readonly RuleContext[]): StretchResult {
  const reports: Placed<RawReport>[] = [];
  const failures: RuleFailure[] = [];
  const facts: Placed<unknown>[][] = [];
  for (const { start, value: block } of blocks) {
    const result = resultOf(block);
    for (const value of result.reports) reports.push({ start, value });
    for (const { rule, value } of result.facts) (facts[rule] ??= []).push({ start, value });
    if (result.failures.length > 0) failures.push(...result.failures);
  }
  active.forEach(({ rule }, index) => {
    const own = facts[index];
    if (!own || !rule.digest) return;
    try {
      facts[index] = [{ start: 0, value: rule.digest(own, contexts[index]!) }];
    } catch (error) {
      delete facts[index];
      failures.push({ rule: rule.meta.id, error });
    }
  });
  return { reports, rules: new Set(reports.map(({ value }) => value.meta)), facts, failures };
}

/** The facts (or digests) of a rule from all stretches, placed in the file. */
function factsOf(rule: number, stretches: readonly Placed<Stretch<StretchResult>>[]): Placed<unknown>[] {
  const all: Placed<unknown>[] = [];
  for (const { start: base, value: stretch } of stretches) {
    const facts = stretch.value.facts[rule];
    if (facts) for (const { start, value } of facts) all.push({ start: base + start, value });
  }
  return all;
}
