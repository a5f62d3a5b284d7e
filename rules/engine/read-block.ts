/** What the rules say about one block: the gate wakes them sentence by sentence, a rule that throws is named and skipped. */
import type { Block } from '../article/article.js';
import type { Gate } from './gate.js';
import type { Rule, RuleContext } from './rule.js';
import { rawReport, withoutSuperseded, type RawReport } from './settle.js';

export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

/** A rule that the configuration has turned on. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: RuleContext['severity'];
  readonly options: RuleContext['options'];
  readonly kinds: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
}

/** What the rules said about one block, in block offsets. */
export interface BlockResult {
  readonly reports: readonly RawReport[];
  /** What `collect` gathered, with the index of its rule. */
  readonly facts: readonly { readonly rule: number; readonly value: unknown }[];
  readonly failures: readonly RuleFailure[];
}

/** Shows a block to all rules that read its kind, zone and language and that it wakes. */
export function readBlock(block: Block, active: readonly ActiveRule[], contexts: readonly RuleContext[], gate: Gate): BlockResult {
  const reports: RawReport[] = [];
  const facts: { rule: number; value: unknown }[] = [];
  const failures: RuleFailure[] = [];
  const bySentence = block.sentences.map((sentence) => {
    const awake = new Uint8Array(active.length);
    gate.scan(sentence.text, awake);
    return awake;
  });
  active.forEach(({ rule, severity, kinds, zones }, index) => {
    if (!kinds.has(block.kind) || !zones.has(block.zone) || (!block.english && rule.meta.languages !== 'any')) return;
    if (rule.cues && !bySentence.some((awake) => awake[index])) return;
    const context = contexts[index]!;
    try {
      if (rule.checkSentence) {
        block.sentences.forEach((sentence, i) => {
          if (!bySentence[i]![index]) return;
          for (const report of rule.checkSentence!(sentence, block, context)) reports.push(rawReport(rule.meta, severity, report));
        });
      }
      if (rule.checkBlock) for (const report of rule.checkBlock(block, context)) reports.push(rawReport(rule.meta, severity, report));
      const fact = rule.collect?.(block, context);
      if (fact !== undefined) facts.push({ rule: index, value: fact });
    } catch (error) {
      failures.push({ rule: rule.meta.id, error });
    }
  });
  return { reports: withoutSuperseded(reports), facts, failures };
}
