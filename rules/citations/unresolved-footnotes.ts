/** Footnote marks against their definitions, both ways. */
import type { Article, Placed, Reference, Span } from '../article/article.js';
import type { Severity } from '../engine/finding.js';
import type { Report } from '../engine/rule.js';
import { once } from '../lexicon/once.js';
import { definitionEdit, removalEdit, renumberingEdits } from './footnotes.js';
import { nearestKey } from './near-key.js';
import type { Use } from './uses.js';

interface Options {
  readonly unused: boolean;
  readonly placeholders: boolean;
}

/** The mark of a footnote. */
export interface FootnoteMark extends Span {
  readonly label: string;
  /** The label as labels are compared. */
  readonly key: string;
  /** What there is to say if nothing defines it and nothing defined looks like it. */
  readonly lost: Required<Pick<Report, 'message' | 'fixes'>>;
}

/** A mark with what there is to say about it, worked out once. */
export function footnoteMark({ start, end, citation }: Use): FootnoteMark {
  const label = citation.keys[0] ?? '';
  return {
    start,
    end,
    label,
    key: label.toLowerCase(),
    lost: {
      message: `The footnote [^${label}] has no definition, so readers see no source. Add the definition.`,
      fixes: [{ title: `Add a definition for [^${label}]`, safety: 'suggestion', edits: (whole) => [definitionEdit(whole, [label])] }],
    },
  };
}

/**
 * Footnotes that nothing defines, that are defined twice or not yet, that nothing points to, or that are out of order.
 * @param stretches the marks of stretches, each in the offsets of its own.
 */
export function* footnoteReports(article: Article, stretches: readonly Placed<readonly FootnoteMark[]>[], options: Options, severity: Severity): Iterable<Report> {
  const definitions = article.references.filter(({ kind }) => kind === 'footnote');
  const byLabel = new Map<string, Reference>();
  for (const definition of definitions) {
    const label = definition.key.toLowerCase();
    const first = byLabel.get(label);
    if (first) {
      yield {
        start: definition.start,
        end: definition.end,
        message: `The footnote [^${definition.key}] is defined twice; only the first definition is shown. Give this one a label of its own.`,
        related: [{ start: first.start, end: first.end, message: 'The first definition' }],
      };
    } else byLabel.set(label, definition);
  }
  const used = new Set<string>();
  if (definitions.length > 0) for (const { value } of stretches) for (const { key } of value) used.add(key);
  const spare = definitions.filter(({ key }) => !used.has(key.toLowerCase())).map(({ key }) => key);
  const related = once(() => {
    const unused = new Set(spare);
    return definitions.filter(({ key }) => unused.has(key)).slice(0, 5).map((one) => ({ start: one.start, end: one.end, message: 'Nothing points to this definition' }));
  });
  let lost = false;
  for (const { start: base, value } of stretches) {
    for (const mark of value) {
      const { label, key } = mark;
      if (label === '' || byLabel.has(key)) continue;
      lost = true;
      const start = base + mark.start;
      const end = base + mark.end;
      const near = spare.length === 0 || /^\d+$/.test(label) ? undefined : nearestKey(label, spare);
      if (near === undefined) {
        yield { start, end, message: mark.lost.message, fixes: mark.lost.fixes, related: related() };
        continue;
      }
      yield {
        start,
        end,
        message: `The footnote [^${label}] has no definition, so readers see no source; did you mean [^${near}]? Add the definition.`,
        fixes: [{ title: `Change to [^${near}]`, safety: 'suggestion', edits: [{ start, end, text: `[^${near}]` }] }, ...mark.lost.fixes],
        related: related(),
      };
    }
  }
  const counts = once(() => labelCounts(article.text));
  for (const [label, definition] of byLabel) {
    if (used.has(label)) {
      if (definition.text.trim() !== '' || !options.placeholders) continue;
      yield { start: definition.start, end: definition.end, message: `The footnote [^${definition.key}] is still empty. Fill in its source.`, severity: weaker('information', severity) };
    } else if (options.unused && !lost && (counts().get(label) ?? 0) <= 1) {
      yield {
        start: definition.start,
        end: definition.end,
        message: `Nothing points to the footnote [^${definition.key}], so readers don't see it. Point to it where it belongs, or remove it.`,
        severity: weaker('information', severity),
        fixes: [{ title: 'Remove the footnote', safety: 'suggestion', edits: [removalEdit(article.text, definition)] }],
      };
    }
  }
  if (definitions.length < 2) return;
  const marks = stretches.flatMap(({ start: base, value }) => value.map(({ start, end, label }) => ({ start: base + start, end: base + end, key: label })));
  const edits = renumberingEdits(article, marks, definitions);
  if (edits && edits.first) {
    yield {
      ...edits.first,
      message: 'The footnotes are not numbered in the order in which they appear. Readers of the source find them sooner if they are.',
      severity: 'hint',
      fixes: [{ title: 'Renumber the footnotes in order', safety: 'suggestion', edits: edits.edits }],
    };
  }
}

function weaker(own: Severity, configured: Severity): Severity {
  return configured === 'hint' ? 'hint' : own;
}

/** How often each label stands in the text, definitions included. A mark may stand where no prose is: in a component, a template, a caption. */
function labelCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, label = ''] of text.matchAll(/\[\^([^\]\s]{1,100})\]/g)) counts.set(label.toLowerCase(), (counts.get(label.toLowerCase()) ?? 0) + 1);
  return counts;
}
