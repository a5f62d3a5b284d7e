/** Square brackets in inline content: links, images, wiki links, citations. */
import { bracketCitation } from './brackets.js';
import type { Lookup, ScanState } from './scan-state.js';
import { inlineDestination } from './spans.js';

interface Opener {
  readonly at: number;
  readonly image: boolean;
  /** How many citations there were when it opened. */
  readonly citations: number;
}

export interface BracketReader {
  /** Takes note of `[` or `![` at an offset; returns the offset behind it. */
  open(at: number, image: boolean): number;
  /** Reads what `]` at an offset closes; the offset behind it, or the same one where it closes nothing. */
  close(at: number): number;
  /** Where the innermost open bracket stands; -1 without one, or in an image. */
  innermost(): number;
  isOpen(): boolean;
}

/** A reader for brackets. It keeps those that are open, so it serves one text. */
export function bracketReader(state: ScanState, lookup: Lookup): BracketReader {
  const { text } = state;
  const openers: Opener[] = [];
  // No link holds another: below this height of the stack, `[` opens no link any more.
  let spent = 0;
  return {
    open(at, image) {
      openers.push({ at, image, citations: state.citations.length });
      return at + (image ? 2 : 1);
    },
    close: closeBracket,
    innermost() {
      const opener = openers.at(-1);
      return opener && !opener.image ? opener.at : -1;
    },
    isOpen: () => openers.length > 0,
  };

  function closeBracket(at: number): number {
    const opener = openers.pop();
    if (!opener) return at;
    const start = opener.at;
    const textStart = start + (opener.image ? 2 : 1);
    const content = at - textStart <= 4_000 ? text.slice(textStart, at) : '';
    const link = opener.image || openers.length >= spent ? linkTail(at + 1, content) : undefined;
    spent = Math.min(spent, openers.length);
    if (link) return finishLink(opener, textStart, at, link);
    if (opener.image) return at;
    if (content === '') return at;
    const outer = openers.at(-1);
    if (outer && text.charCodeAt(start - 1) === 91 && text.charCodeAt(at + 1) === 93 && outer.at === start - (outer.image ? 2 : 1) && !/^\^?\d/.test(content) && !content.includes('[')) {
      openers.pop();
      return finishWikiLink(outer, textStart, at, content);
    }
    const found = content.length <= 1_000 ? bracketCitation(content, text, start) : undefined;
    if (!found) return at;
    state.citations.length = opener.citations;
    state.cite({ ...found, start, end: at + 1 });
    return state.opaque(start, at + 1);
  }

  /** `[[page]]`, `[[page|text]]`, `![[picture]]`. */
  function finishWikiLink(outer: Opener, textStart: number, textEnd: number, content: string): number {
    const start = outer.at;
    const end = textEnd + 2;
    const bar = content.replace(/\\\|/g, ' |').indexOf('|');
    const labelStart = bar < 0 ? textStart : textStart + bar + 1;
    state.inlines.push({ kind: outer.image ? 'image' : 'link', start, end, label: { start: labelStart, end: textEnd } });
    if (outer.image) return state.opaque(start, end);
    state.cite({ start, end, form: 'link', keys: [], label: text.slice(labelStart, textEnd).trim() });
    state.blank(start, labelStart);
    state.blank(textEnd, end);
    state.solid.push({ start, end });
    return end;
  }

  /** What makes `[content]` a link: `(destination "title")`, `[label]`, or a definition of its content. */
  function linkTail(at: number, content: string): { end: number; href: string } | undefined {
    const code = text.charCodeAt(at);
    if (code === 40) {
      const inline = inlineDestination(text, at);
      if (inline) return inline;
    }
    if (code === 91) {
      const close = text.slice(at, at + 1_000).indexOf(']');
      if (close > 0) {
        const label = close === 1 ? content : text.slice(at + 1, at + close);
        const href = label.includes('[') || label.startsWith('^') ? undefined : lookup.destination(label);
        if (href !== undefined) return { end: at + close + 1, href };
      }
    }
    if (content === '' || content.length > 999 || content.startsWith('^') || content.includes('[')) return undefined;
    const href = lookup.destination(content);
    return href === undefined ? undefined : { end: at, href };
  }

  function finishLink(opener: Opener, textStart: number, textEnd: number, link: { end: number; href: string }): number {
    const start = opener.at;
    const kind = opener.image ? 'image' : 'link';
    state.inlines.push({ kind, start, end: link.end, href: link.href, label: { start: textStart, end: textEnd } });
    if (opener.image) {
      state.citations.length = Math.min(state.citations.length, opener.citations);
      return state.opaque(start, link.end);
    }
    spent = openers.length;
    const label = text.slice(textStart, textEnd);
    const pointer = /^[\s[\]\\()]*([\d¹²³⁰⁴-⁹]{1,3})[\s[\]\\()]*$/.exec(label);
    state.citations.length = Math.min(state.citations.length, opener.citations);
    if (pointer && link.href.startsWith('#')) state.cite({ start, end: link.end, form: 'numeric', keys: [pointer[1]!], href: link.href, label });
    else state.cite({ start, end: link.end, form: 'link', keys: [], href: link.href, label });
    state.solid.push({ start, end: link.end });
    if (pointer) {
      state.blank(start, link.end);
    } else {
      state.blank(start, textStart);
      state.blank(textEnd, link.end);
    }
    return link.end;
  }
}
