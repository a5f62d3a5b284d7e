/** HTML, JSX, comments and autolinks in inline content. */
import { readDirective } from './directives.js';
import type { ScanState } from './scan-state.js';
import { findTag, OPAQUE_ELEMENTS, type Tag } from './tags.js';

const AUTOLINK = /<([A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]{0,4000}|[\w.!#$%&'*+/=?^`{|}~-]{1,100}@[A-Za-z\d](?:[A-Za-z\d.-]{0,200}[A-Za-z\d])?)>/y;

/** A reader for what starts with `<`. It keeps the anchors that are open, so it serves one text. */
export function angleReader(state: ScanState): (at: number) => number {
  const { text } = state;
  const anchors: { readonly start: number; readonly textStart: number; readonly href: string }[] = [];
  return angle;

  function angle(at: number): number {
    if (text.startsWith('<!--', at)) {
      const close = state.find('-->', at + 4);
      const end = close < 0 ? (state.options.html ? text.length : -1) : close + 3;
      if (end < 0) return at;
      const directive = readDirective(text.slice(at, end), at);
      if (directive) state.directives.push(directive);
      return state.opaque(at, end);
    }
    AUTOLINK.lastIndex = at;
    const auto = AUTOLINK.exec(text);
    if (auto) {
      const end = at + auto[0].length;
      const href = auto[1]!.includes(':') ? auto[1]! : `mailto:${auto[1]!}`;
      state.inlines.push({ kind: 'link', start: at, end, href });
      state.cite({ start: at, end, form: 'link', keys: [], href });
      return state.opaque(at, end);
    }
    const tag = findTag(text, at, state.find);
    if (!tag) return at;
    return htmlTag(at, tag);
  }

  function htmlTag(at: number, tag: Tag): number {
    const { name, end } = tag;
    state.blank(at, end);
    state.solid.push({ start: at, end });
    state.tags.push({ name, closing: tag.closing, start: at, end });
    if (name === 'br') state.breakAt(end);
    if (name === 'a') {
      if (!tag.closing && tag.href !== undefined) anchors.push({ start: at, textStart: end, href: tag.href });
      else if (tag.closing) closeAnchor(at, end);
      return end;
    }
    if (tag.closing || tag.selfClosing) return end;
    if (name === 'sup' || name === 'ref') {
      const close = text.slice(end, end + 600).search(/<\/(?:sup|ref)\s*>/i);
      if (close < 0) return end;
      const inner = text.slice(end, end + close);
      const closeEnd = text.indexOf('>', end + close) + 1;
      if (name === 'ref') {
        state.cite({ start: at, end: closeEnd, form: 'inline-note', keys: [], label: inner });
        return state.opaque(at, closeEnd);
      }
      if (/[<[]/.test(inner) && !/^\s*\[\s*\d[\d\s,;–-]*\]\s*$/.test(inner)) return end;
      state.tags.push({ name, closing: true, start: end + close, end: closeEnd });
      return state.superscript(at, closeEnd, inner, end - at, closeEnd - end - close);
    }
    if (name === 'cite') {
      const close = text.slice(end, end + 600).search(/<\/cite\s*>/i);
      if (close >= 0) state.cite({ start: at, end: text.indexOf('>', end + close) + 1, form: 'inline-note', keys: [], label: text.slice(end, end + close) });
      return end;
    }
    if (OPAQUE_ELEMENTS.has(name)) {
      const close = state.findClosingTag(name, end);
      if (close < 0) return end;
      if (name === 'code') state.inlines.push({ kind: 'code', start: at, end: close });
      return state.opaque(at, close);
    }
    return end;
  }

  function closeAnchor(at: number, end: number): void {
    const anchor = anchors.pop();
    if (!anchor) return;
    const label = text.slice(anchor.textStart, at).replace(/<[^<>]*>/g, '').trim();
    state.inlines.push({ kind: 'link', start: anchor.start, end, href: anchor.href, label: { start: anchor.textStart, end: at } });
    const pointer = /^[\s[\]()^]*(\d{1,3})[\s[\]()^]*$/.exec(label);
    while (state.citations.length > 0 && state.citations.at(-1)!.start >= anchor.start) state.citations.pop();
    if (pointer && anchor.href.startsWith('#')) state.cite({ start: anchor.start, end, form: 'numeric', keys: [pointer[1]!], href: anchor.href, label });
    else state.cite({ start: anchor.start, end, form: 'link', keys: [], href: anchor.href, label });
    if (pointer) state.blank(anchor.start, end);
  }
}
