/** What one pass over a block's inline content collects, and the few ways in which its readers add to it. */
import type { Citation, Directive, Inline, Span } from './article.js';
import { superscriptKeys } from './numbers.js';

/** What the text of other blocks decides about this one. Each question is remembered, so that an answer that changes can be noticed. */
export interface Lookup {
  /** The destination of a link definition, by its label as written. */
  destination(label: string): string | undefined;
  /** True where the front matter names a bibliography. */
  bibliography(): boolean;
}

export interface InlineOptions {
  readonly mdx: boolean;
  /** True for a block of raw HTML, where indentation and line starts mean nothing. */
  readonly html: boolean;
}

/** An HTML tag as far as segments need it. */
export interface TagMark extends Span {
  readonly name: string;
  readonly closing: boolean;
}

/** All that one pass finds. Offsets are in the text that was scanned. */
export interface InlineScan {
  /** Spans to blank, as start, end, start, end …; in no special order. */
  readonly blanks: number[];
  readonly inlines: Inline[];
  readonly citations: Citation[];
  readonly directives: Directive[];
  readonly tags: TagMark[];
  /** Spans that no line-based reading may cut: code, comments, links, math, tags. */
  readonly solid: Span[];
  /** Hard line breaks (`\`, two spaces, `<br>`): empty spans where the next line starts, in order. */
  readonly breaks: Span[];
}

/** The collection while it grows. Readers take an offset and give the offset behind what they have read, or the same one for a plain character. */
export interface ScanState extends InlineScan {
  readonly text: string;
  readonly options: InlineOptions;
  blank(start: number, end: number): void;
  /** Blanks a span that no line-based reading may cut; returns its end. */
  opaque(start: number, end: number): number;
  cite(citation: Citation): void;
  breakAt(at: number): void;
  /** `indexOf` that remembers a failure, so that asking again for what is not there costs nothing. */
  find(needle: string, from: number): number;
  /** The end of the closing tag of an element; -1 without one. Remembers failures too. */
  findClosingTag(name: string, from: number): number;
  /**
   * A raised `content` between marks of these widths: numbers are a citation unless they raise a number, a unit or a symbol.
   * Returns the end.
   */
  superscript(start: number, end: number, content: string, openWidth: number, closeWidth: number): number;
}

/** An empty collection for a text. */
export function createScanState(text: string, options: InlineOptions): ScanState {
  const absent = new Set<string>();
  const state: ScanState = {
    text, options, blanks: [], inlines: [], citations: [], directives: [], tags: [], solid: [], breaks: [],
    blank(start, end) {
      state.blanks.push(start, end);
    },
    opaque(start, end) {
      state.blanks.push(start, end);
      state.solid.push({ start, end });
      return end;
    },
    cite(citation) {
      state.citations.push(citation);
    },
    breakAt(at) {
      state.breaks.push({ start: at, end: at });
    },
    find(needle, from) {
      if (absent.has(needle)) return -1;
      const at = text.indexOf(needle, from);
      if (at < 0) absent.add(needle);
      return at;
    },
    findClosingTag(name, from) {
      const key = `</${name}`;
      if (absent.has(key)) return -1;
      const pattern = new RegExp(`${key}\\s*>`, 'gi');
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      if (!match) absent.add(key);
      return match ? match.index + match[0].length : -1;
    },
    superscript(start, end, content, openWidth, closeWidth) {
      const keys = superscriptKeys(content, text, start);
      if (keys) {
        state.cite({ start, end, form: 'superscript', keys });
        return state.opaque(start, end);
      }
      state.blank(start, start + openWidth);
      state.blank(end - closeWidth, end);
      return end;
    },
  };
  return state;
}

/** Orders spans by start, the longer first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
