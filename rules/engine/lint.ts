/** Runs the rules over an article and settles what they say into findings. */
import type { Article, Block, Placed } from '../article/article.js';
import type { Config } from './config.js';
import type { Finding } from './finding.js';
import { createGate, type Gate } from './gate.js';
import { NO_RESOURCES, type Resources } from './resources.js';
import type { AnyRule, Rule, RuleContext } from './rule.js';
import { settle, withoutSuperseded, type RawReport, type ReportGroup } from './settle.js';
import { UNUSED_SUPPRESSION } from './suppress.js';

export interface LintResult {
  /** In the order of the file. */
  readonly findings: readonly Finding[];
  /** Rules that threw; their findings are missing, everybody else's are there. */
  readonly failures: readonly RuleFailure[];
}

export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

/** Lints articles with one set of rules, configuration and resources, and remembers what it found in each block. */
export interface Linter {
  lint(article: Article): LintResult;
}

/** What the rules said about one block, in block offsets. */
interface BlockResult {
  readonly reports: readonly RawReport[];
  /** The rules that have a fact, by index. */
  readonly rules: readonly number[];
  /** Their facts, with the place where the block stood last; made anew where it has moved. */
  facts: readonly Placed<unknown>[];
  readonly failures: readonly RuleFailure[];
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: RuleContext['severity'];
  readonly options: RuleContext['options'];
  readonly kinds: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
}

const PROSE_KINDS = ['paragraph', 'list-item', 'table-cell', 'html'] as const;
const PROSE_ZONES = ['body'] as const;

/**
 * A linter for many articles or many versions of one. What a rule said about a block is kept with the block object itself,
 * which the parser keeps from edit to edit, so an edit re-reads one block. Another configuration or other resources need another linter.
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
  const gate = createGate(active.map(({ rule, options }) => (typeof rule.cues === 'function' ? rule.cues(options) : rule.cues)));
  let memo = new WeakMap<Block, BlockResult>();
  let memoKey = '';
  // The blocks and results of the last run in their order: most blocks are where they were, and need not be looked up.
  let last: readonly Placed<Block>[] = [];
  let lastResults: readonly (BlockResult | undefined)[] = [];
  return {
    lint(article) {
      if (article.context.key !== memoKey) {
        memo = new WeakMap();
        memoKey = article.context.key;
        last = lastResults = [];
      }
      const contexts = active.map(({ options, severity }): RuleContext => ({ options, severity, article: article.context, resources }));
      const groups: ReportGroup[] = [];
      const facts: Placed<unknown>[][] = active.map(() => []);
      const failures: RuleFailure[] = [];
      const results: (BlockResult | undefined)[] = [];
      for (let index = 0; index < article.blocks.length; index++) {
        const { start, value: block } = article.blocks[index]!;
        let result = last[index]?.value === block ? lastResults[index] : undefined;
        if (!result && block.english) {
          result = remember ? memo.get(block) : undefined;
          if (!result) {
            result = readBlock(block, start, active, contexts, gate);
            if (remember) memo.set(block, result);
          }
        }
        results.push(result);
        if (!result) continue;
        if (result.reports.length > 0) groups.push({ start, reports: result.reports });
        if (result.rules.length > 0) {
          if (result.facts[0]!.start !== start) result.facts = result.facts.map(({ value }) => ({ start, value }));
          for (let i = 0; i < result.rules.length; i++) facts[result.rules[i]!]!.push(result.facts[i]!);
        }
        if (result.failures.length > 0) failures.push(...result.failures);
      }
      if (remember) {
        last = article.blocks;
        lastResults = results;
      }
      const whole: RawReport[] = [];
      active.forEach(({ rule, severity }, index) => {
        if (!rule.conclude) return;
        try {
          for (const report of rule.conclude(facts[index]!, article, contexts[index]!)) whole.push({ rule: rule.meta, severity, report });
        } catch (error) {
          failures.push({ rule: rule.meta.id, error });
        }
      });
      return { findings: settle(groups, whole, article, suppressions), failures };
    },
  };
}

function readBlock(block: Block, start: number, active: readonly ActiveRule[], contexts: readonly RuleContext[], gate: Gate): BlockResult {
  const reports: RawReport[] = [];
  const withFact: number[] = [];
  const facts: Placed<unknown>[] = [];
  const failures: RuleFailure[] = [];
  const bySentence = block.sentences.map((sentence) => {
    const awake = new Uint8Array(active.length);
    gate.scan(sentence.text, awake);
    return awake;
  });
  active.forEach(({ rule, severity, kinds, zones }, index) => {
    if (!kinds.has(block.kind) || !zones.has(block.zone)) return;
    if (rule.cues && !bySentence.some((awake) => awake[index])) return;
    const context = contexts[index]!;
    try {
      if (rule.checkSentence) {
        block.sentences.forEach((sentence, i) => {
          if (!bySentence[i]![index]) return;
          for (const report of rule.checkSentence!(sentence, block, context)) reports.push({ rule: rule.meta, severity, report });
        });
      }
      if (rule.checkBlock) for (const report of rule.checkBlock(block, context)) reports.push({ rule: rule.meta, severity, report });
      if (rule.collect) {
        const fact = rule.collect(block, context);
        if (fact !== undefined) {
          withFact.push(index);
          facts.push({ start, value: fact });
        }
      }
    } catch (error) {
      failures.push({ rule: rule.meta.id, error });
    }
  });
  return { reports: withoutSuperseded(reports), rules: withFact, facts, failures };
}
