/** What a rule is: a value without state, metadata and check in one place. */
import type { Article, ArticleContext, Block, Placed, Sentence, Span, Zone, BlockKind } from '../article/article.js';
import type { Edit, FixSafety, Related, Severity } from './finding.js';
import type { Resources } from './resources.js';

/** A piece of JSON Schema that describes one option; `default` is the only place where its default value is written. */
export interface OptionSchema<T = unknown> {
  readonly type: 'boolean' | 'string' | 'number' | 'integer' | 'array' | 'object';
  readonly description: string;
  readonly default: T;
  readonly enum?: readonly T[];
  readonly items?: { readonly type: 'string'; readonly enum?: readonly string[] };
  readonly additionalProperties?: { readonly type: 'string' | 'boolean' | 'number'; readonly enum?: readonly string[] };
  readonly minimum?: number;
  readonly maximum?: number;
}

export type OptionSchemas<O> = { readonly [K in keyof O]-?: OptionSchema<O[K]> };

/** Where a rule's wording comes from: a guideline, a study, a style manual. */
export interface Source {
  readonly title: string;
  readonly url?: string;
}

/** Ready-made configurations: for most desks, for those who want every mark, for pages that sell. */
export const PRESETS = ['recommended', 'strict', 'commerce'] as const;
export type PresetName = (typeof PRESETS)[number];

/** All that is known about a rule without running it; settings, schemas, hovers, tables and reports are generated from it. */
export interface RuleMeta<O = Record<never, never>> {
  /** Kebab case, the file's own name. */
  readonly id: string;
  /** One line for lists and menus: what the rule flags. No full stop. */
  readonly summary: string;
  /** One or two sentences: why it matters to a reader of health articles. */
  readonly why: string;
  readonly sources: readonly Source[];
  /** The severity in preset `recommended`, or `off`. */
  readonly severity: Severity | 'off';
  /** Other presets, where they differ. In `strict` every rule is one level up unless it says otherwise here. */
  readonly presets?: Partial<Record<PresetName, Severity | 'off'>>;
  /** Option values that other presets change. */
  readonly presetOptions?: Partial<Record<PresetName, Partial<O>>>;
  /** The strongest kind of fix the rule may offer. */
  readonly fixable: FixSafety | 'no';
  /** The kinds of blocks that the rule reads. Default: paragraph, list-item, table-cell, html. */
  readonly kinds?: readonly BlockKind[];
  /** The zones that the rule reads. Default: body. */
  readonly zones?: readonly Zone[];
  /** `any`: the rule reads blocks of other languages, too. */
  readonly languages?: 'any';
  /** Rules that win where both mark the same words: a finding of this rule is dropped if it overlaps one of theirs. */
  readonly yieldsTo?: readonly string[];
  readonly options: OptionSchemas<O>;
}

/**
 * What wakes a rule up. A sentence (for `checkSentence`) or block (for the others) without any of these is never shown to it.
 * `words` are lower-case whole words (letters, digits, inner hyphens and apostrophes count as part of a word; `’` reads as `'`);
 * `pattern` is tested on the prose and must be linear in time (as a function where most text can be told without reading data). A rule without cues sees everything.
 */
export interface Cues {
  /** As a function where they come from data, which is not read before somebody asks. */
  readonly words?: Iterable<string> | (() => Iterable<string>);
  readonly pattern?: RegExp | ((text: string) => boolean);
}

/** What a rule may see besides the text it is given. */
export interface RuleContext<O = Record<never, never>> {
  readonly options: O;
  /** The severity that the configuration gives this rule; a report without a severity of its own has this one. */
  readonly severity: Severity;
  readonly article: ArticleContext;
  readonly resources: Resources;
}

/** A change as a rule proposes it: in the same offsets as its report, or worked out from the whole article (in file offsets). */
export interface FixSpec {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[] | ((article: Article, place: Span) => readonly Edit[]);
}

/** What a rule has to say about a span. Offsets: in the block for `checkSentence` and `checkBlock`, in the file for `conclude`. */
export interface Report extends Span {
  /** What is wrong, why it matters, what to do: plain text. */
  readonly message: string;
  /** In terms of the rule's default (`meta.severity`): a person who moves the rule a level up or down moves this with it. */
  readonly severity?: Severity;
  readonly fixes?: readonly FixSpec[];
  /** In the same offsets; as a function where finding them is costly: it gives offsets in the file. */
  readonly related?: readonly Related[] | ((article: Article) => readonly Related[]);
  /** The words that the finding is really about (the verb group), for `yieldsTo`; default: the span. Same offsets. */
  readonly focus?: Span;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * A rule. It reads the unit that it names: sentences (`checkSentence`), blocks (`checkBlock`), or the whole article in two halves:
 * `collect` gathers a fact from each block (kept between edits), `conclude` looks at all the facts (run every time, so it must be cheap).
 * Where facts are many, `digest` says what those of a stretch of blocks come to (kept until one of its blocks changes), and `conclude`
 * looks at the digests. `F` is the fact, `D` the digest; neither may contain file offsets: facts count from the start of their block,
 * digests from the start of their stretch.
 */
export interface Rule<O = Record<never, never>, F = unknown, D = F> {
  readonly meta: RuleMeta<O>;
  /** As a function where options add to them (words that a site wants read as well). */
  readonly cues?: Cues | ((options: O) => Cues);
  checkSentence?(sentence: Sentence, block: Block, context: RuleContext<O>): Iterable<Report>;
  checkBlock?(block: Block, context: RuleContext<O>): Iterable<Report>;
  collect?(block: Block, context: RuleContext<O>): F | undefined;
  digest?(facts: readonly Placed<F>[], context: RuleContext<O>): D;
  conclude?(facts: readonly Placed<D>[], article: Article, context: RuleContext<O>): Iterable<Report>;
}

/** A rule whose option and fact types nobody needs any more: what the engine runs. */
export type AnyRule = Rule<never, never, never>;

/** Names the option, fact and digest types of a rule once; returns it as it is. */
export function defineRule<O = Record<never, never>, F = unknown, D = F>(rule: Rule<O, F, D>): Rule<O, F, D> {
  return rule;
}
