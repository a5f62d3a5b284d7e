/** Reads the inline content of one block in one pass: what is markup, which links and marks of a source stand in it, what emphasis covers. Linear in the text. */
import type { Citation, Directive, Inline, Span } from './article.js';
import { bracketCitation, commandKeys, isCrossReference, templateCitation } from './brackets.js';
import { readDirective } from './directives.js';
import { superscriptKeys } from './numbers.js';
import { findTag, OPAQUE_ELEMENTS, type Tag } from './tags.js';

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

interface Opener {
  readonly at: number;
  readonly image: boolean;
  active: boolean;
  /** How many citations and emphasis runs there were when it opened. */
  readonly citations: number;
}

interface Run {
  readonly at: number;
  readonly code: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly original: number;
  count: number;
  /** How many marks have been used from the left (as closer) and from the right (as opener). */
  usedLeft: number;
  usedRight: number;
}

const SPECIAL = new Uint8Array(128);
for (const char of '\\`*_~[]!<&{$^@hHwW\n:') SPECIAL[char.charCodeAt(0)] = 1;

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{1,31});/y;
const AUTOLINK = /<([A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]{0,4000}|[\w.!#$%&'*+/=?^`{|}~-]{1,100}@[A-Za-z\d](?:[A-Za-z\d.-]{0,200}[A-Za-z\d])?)>/y;
const BARE_URL = /(?:https?:\/\/|www\.)[^\s<>"“”]{1,4000}/iy;
const SUPERSCRIPT = /\^([^\s^[\]]{1,30})\^/y;
const SUBSCRIPT = /~([^\s~]{1,20})~(?!~)/y;
const CITE_COMMAND = /\\[a-zA-Z]{0,20}[cC]ite[a-zA-Z]{0,12}\*?(?:\[[^\]\n]{0,200}\]){0,2}\{([^{}\n]{1,500})\}/y;
const CITE_ROLE = /\{(?:footcite|cite)[\w:]*\}(`+)([^`\n]{1,500})\1/y;
const ROLE = /\{[a-zA-Z][\w:+.-]{0,40}\}(?=`)/y;
const ATTRIBUTES = /\{:?\s*(?:[#.][\w:-]+|[\w:-]+=(?:"[^"\n}]*"|'[^'\n}]*'|[^\s"'}]+)|-)(?:\s+(?:[#.][\w:-]+|[\w:-]+=(?:"[^"\n}]*"|'[^'\n}]*'|[^\s"'}]+)))*\s*\}/y;
const BARE_KEY = /@(?:\{[^{}\s]{1,200}\}|[A-Za-z\d_][\w:.#$%&+?<>~/-]{0,200})/y;
const ESCAPED_NUMBERS = /\\\[\s*(\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,30})\s*\\\]/y;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const BLANK_LINE = /\n[ \t\r]*\n/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Scans the inline content of a block. */
export function scanInline(text: string, options: InlineOptions, lookup: Lookup): InlineScan {
  const blanks: number[] = [];
  const inlines: Inline[] = [];
  const citations: Citation[] = [];
  const directives: Directive[] = [];
  const tags: TagMark[] = [];
  const solid: Span[] = [];
  const breaks: Span[] = [];
  const breakAt = (at: number): void => void breaks.push({ start: at, end: at });
  const openers: Opener[] = [];
  const runs: Run[] = [];
  const anchors: { start: number; textStart: number; href: string }[] = [];
  const codeRuns = backtickRuns(text);
  const absent = new Set<string>();
  const length = text.length;

  const blank = (start: number, end: number): void => void blanks.push(start, end);
  const opaque = (start: number, end: number): number => {
    blanks.push(start, end);
    solid.push({ start, end });
    return end;
  };
  /** `indexOf` that remembers a failure, so that asking again for what is not there costs nothing. */
  const find = (needle: string, from: number): number => {
    if (absent.has(needle)) return -1;
    const at = text.indexOf(needle, from);
    if (at < 0) absent.add(needle);
    return at;
  };
  const cite = (citation: Citation): void => void citations.push(citation);

  let i = 0;
  while (i < length) {
    const code = text.charCodeAt(i);
    if (code >= 128 || !SPECIAL[code]) {
      i++;
      continue;
    }
    const next = step(code, i);
    i = next > i ? next : i + 1;
  }
  for (const run of runs.length > 0 ? matchRuns(runs, blanks) : []) inlines.push(run);
  inlines.sort(bySpan);
  citations.sort(bySpan);
  return { blanks, inlines, citations, directives, tags, solid, breaks };

  /** Reads what starts at `at`; the offset behind it, or `at` for a plain character. */
  function step(code: number, at: number): number {
    switch (code) {
      case 92: return backslash(at);
      case 96: return codeSpan(at);
      case 42: case 95: return run(at, code);
      case 126: return tilde(at);
      case 33:
        if (text.charCodeAt(at + 1) !== 91 || text.charCodeAt(at + 2) === 94) return at;
        openers.push({ at, image: true, active: true, citations: citations.length });
        return at + 2;
      case 91:
        openers.push({ at, image: false, active: true, citations: citations.length });
        return at + 1;
      case 93: return closeBracket(at);
      case 60: return angle(at);
      case 38: {
        ENTITY.lastIndex = at;
        const match = ENTITY.exec(text);
        if (!match) return at;
        blank(at, at + match[0].length);
        return at + match[0].length;
      }
      case 123: return brace(at);
      case 36: return dollar(at);
      case 94: return caret(at);
      case 64: return atSign(at);
      case 10: return lineBreak(at);
      case 58: return colon(at);
      default: return bareUrl(at);
    }
  }

  function backslash(at: number): number {
    const next = text.charCodeAt(at + 1);
    if (next === 10 || (next === 13 && text.charCodeAt(at + 2) === 10)) {
      blank(at, at + 1);
      breakAt(at + (next === 10 ? 2 : 3));
      return at + 1;
    }
    if (next === 91) {
      ESCAPED_NUMBERS.lastIndex = at;
      const match = ESCAPED_NUMBERS.exec(text);
      const found = match && bracketCitation(match[1]!, text, at);
      if (match && found) {
        const end = at + match[0].length;
        cite({ ...found, start: at, end });
        return opaque(at, end);
      }
    }
    CITE_COMMAND.lastIndex = at;
    const command = CITE_COMMAND.exec(text);
    if (command) {
      const end = at + command[0].length;
      cite({ start: at, end, form: 'command', keys: commandKeys(command[1]!) });
      return opaque(at, end);
    }
    if (next === 40 || next === 91) {
      const close = text.slice(at + 2, at + 600).indexOf(next === 40 ? '\\)' : '\\]');
      if (close >= 0 && /[\\^_={}]/.test(text.slice(at + 2, at + 2 + close))) return opaque(at, at + close + 4);
    }
    if (!ESCAPABLE.test(text.charAt(at + 1))) return at;
    blank(at, at + 1);
    return at + 2;
  }

  function codeSpan(at: number): number {
    let end = at;
    while (text.charCodeAt(end) === 96) end++;
    const close = codeRuns.next(end - at, end);
    if (close < 0) return end;
    inlines.push({ kind: 'code', start: at, end: close + end - at });
    return opaque(at, close + end - at);
  }

  function run(at: number, code: number): number {
    let end = at + 1;
    while (text.charCodeAt(end) === code) end++;
    const before = at > 0 ? characterBefore(text, at) : ' ';
    const after = end < length ? String.fromCodePoint(text.codePointAt(end)!) : ' ';
    const spaceBefore = /\s/.test(before);
    const spaceAfter = /\s/.test(after);
    const markBefore = !spaceBefore && PUNCTUATION.test(before);
    const markAfter = !spaceAfter && PUNCTUATION.test(after);
    const left = !spaceAfter && (!markAfter || spaceBefore || markBefore);
    const right = !spaceBefore && (!markBefore || spaceAfter || markAfter);
    const canOpen = left && (code !== 95 || !right || markBefore);
    const canClose = right && (code !== 95 || !left || markAfter);
    if (canOpen || canClose) runs.push({ at, code, canOpen, canClose, original: end - at, count: end - at, usedLeft: 0, usedRight: 0 });
    return end;
  }

  function tilde(at: number): number {
    if (text.charCodeAt(at + 1) === 126) {
      if (text.charCodeAt(at + 2) === 126) {
        let end = at;
        while (text.charCodeAt(end) === 126) end++;
        return end;
      }
      const before = at > 0 ? text.charAt(at - 1) : ' ';
      const after = at + 2 < length ? text.charAt(at + 2) : ' ';
      const canOpen = !/\s/.test(after);
      const canClose = !/\s/.test(before);
      if (canOpen || canClose) runs.push({ at, code: 126, canOpen, canClose, original: 2, count: 2, usedLeft: 0, usedRight: 0 });
      return at + 2;
    }
    SUBSCRIPT.lastIndex = at;
    const match = SUBSCRIPT.exec(text);
    if (!match) return at;
    blank(at, at + 1);
    blank(at + match[0].length - 1, at + match[0].length);
    return at + match[0].length;
  }

  function caret(at: number): number {
    if (text.charCodeAt(at + 1) === 91) {
      const end = matchingBracket(text, at + 1);
      if (end > 0) {
        cite({ start: at, end, form: 'inline-note', keys: [], label: text.slice(at + 2, end - 1) });
        return opaque(at, end);
      }
    }
    SUPERSCRIPT.lastIndex = at;
    const match = SUPERSCRIPT.exec(text);
    if (!match) return at;
    return superscript(at, at + match[0].length, match[1]!, 1, 1);
  }

  /** A raised `content` between marks of these widths: numbers are a citation unless they raise a number, a unit or a symbol. */
  function superscript(start: number, end: number, content: string, open: number, close: number): number {
    const keys = superscriptKeys(content, text, start);
    if (keys) {
      cite({ start, end, form: 'superscript', keys });
      return opaque(start, end);
    }
    blank(start, start + open);
    blank(end - close, end);
    return end;
  }

  function closeBracket(at: number): number {
    const opener = openers.pop();
    if (!opener) return at;
    const start = opener.at;
    const textStart = start + (opener.image ? 2 : 1);
    const content = at - textStart <= 4_000 ? text.slice(textStart, at) : '';
    const link = opener.active ? linkTail(at + 1, content) : undefined;
    if (link) return finishLink(opener, textStart, at, link);
    if (opener.image) return at;
    if (content === '') return at;
    // `[[page|text]]`
    if (text.charCodeAt(start - 1) === 91 && text.charCodeAt(at + 1) === 93 && openers.at(-1)?.at === start - 1 && !/^\^?\d/.test(content) && !content.includes('[')) {
      openers.pop();
      const bar = content.replace(/\\\|/g, ' |').indexOf('|');
      const labelStart = bar < 0 ? textStart : textStart + bar + 1;
      inlines.push({ kind: text.charCodeAt(start - 2) === 33 ? 'image' : 'link', start: start - 1, end: at + 2, label: { start: labelStart, end: at } });
      if (text.charCodeAt(start - 2) === 33) return opaque(start - 2, at + 2);
      cite({ start: start - 1, end: at + 2, form: 'link', keys: [], label: text.slice(labelStart, at).trim() });
      blank(start - 1, labelStart);
      blank(at, at + 2);
      solid.push({ start: start - 1, end: at + 2 });
      return at + 2;
    }
    const found = content.length <= 1_000 ? bracketCitation(content, text, start) : undefined;
    if (!found) return at;
    citations.length = opener.citations;
    cite({ ...found, start, end: at + 1 });
    return opaque(start, at + 1);
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
    inlines.push({ kind, start, end: link.end, href: link.href, label: { start: textStart, end: textEnd } });
    if (opener.image) {
      citations.length = Math.min(citations.length, opener.citations);
      return opaque(start, link.end);
    }
    for (const other of openers) if (!other.image) other.active = false;
    const label = text.slice(textStart, textEnd);
    const pointer = /^[\s[\]\\()]*([\d¹²³⁰⁴-⁹]{1,3})[\s[\]\\()]*$/.exec(label);
    citations.length = Math.min(citations.length, opener.citations);
    if (pointer && link.href.startsWith('#')) cite({ start, end: link.end, form: 'numeric', keys: [pointer[1]!], href: link.href, label });
    else cite({ start, end: link.end, form: 'link', keys: [], href: link.href, label });
    solid.push({ start, end: link.end });
    if (pointer) {
      blank(start, link.end);
    } else {
      blank(start, textStart);
      blank(textEnd, link.end);
    }
    return link.end;
  }

  function angle(at: number): number {
    if (text.startsWith('<!--', at)) {
      const close = find('-->', at + 4);
      const end = close < 0 ? (options.html ? length : -1) : close + 3;
      if (end < 0) return at;
      const directive = readDirective(text.slice(at, end), at);
      if (directive) directives.push(directive);
      return opaque(at, end);
    }
    AUTOLINK.lastIndex = at;
    const auto = AUTOLINK.exec(text);
    if (auto) {
      const end = at + auto[0].length;
      const href = auto[1]!.includes(':') ? auto[1]! : `mailto:${auto[1]!}`;
      inlines.push({ kind: 'link', start: at, end, href });
      cite({ start: at, end, form: 'link', keys: [], href });
      return opaque(at, end);
    }
    const tag = findTag(text, at, find);
    if (!tag) return at;
    return htmlTag(at, tag);
  }

  function htmlTag(at: number, tag: Tag): number {
    const { name, end } = tag;
    blank(at, end);
    solid.push({ start: at, end });
    tags.push({ name, closing: tag.closing, start: at, end });
    if (name === 'br') breakAt(end);
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
        cite({ start: at, end: closeEnd, form: 'inline-note', keys: [], label: inner });
        return opaque(at, closeEnd);
      }
      if (/[<[]/.test(inner) && !/^\s*\[\s*\d[\d\s,;–-]*\]\s*$/.test(inner)) return end;
      tags.push({ name, closing: true, start: end + close, end: closeEnd });
      return superscript(at, closeEnd, inner, end - at, closeEnd - end - close);
    }
    if (name === 'cite') {
      const close = text.slice(end, end + 600).search(/<\/cite\s*>/i);
      if (close >= 0) cite({ start: at, end: text.indexOf('>', end + close) + 1, form: 'inline-note', keys: [], label: text.slice(end, end + close) });
      return end;
    }
    if (OPAQUE_ELEMENTS.has(name)) {
      const close = findClosing(name, end);
      if (close < 0) return end;
      if (name === 'code') inlines.push({ kind: 'code', start: at, end: close });
      return opaque(at, close);
    }
    return end;
  }

  function findClosing(name: string, from: number): number {
    if (absent.has(`</${name}`)) return -1;
    const pattern = new RegExp(`</${name}\\s*>`, 'gi');
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) absent.add(`</${name}`);
    return match ? match.index + match[0].length : -1;
  }

  function closeAnchor(at: number, end: number): void {
    const anchor = anchors.pop();
    if (!anchor) return;
    const label = text.slice(anchor.textStart, at).replace(/<[^<>]*>/g, '').trim();
    inlines.push({ kind: 'link', start: anchor.start, end, href: anchor.href, label: { start: anchor.textStart, end: at } });
    const pointer = /^[\s[\]()^]*(\d{1,3})[\s[\]()^]*$/.exec(label);
    while (citations.length > 0 && citations.at(-1)!.start >= anchor.start) citations.pop();
    if (pointer && anchor.href.startsWith('#')) cite({ start: anchor.start, end, form: 'numeric', keys: [pointer[1]!], href: anchor.href, label });
    else cite({ start: anchor.start, end, form: 'link', keys: [], href: anchor.href, label });
    if (pointer) blank(anchor.start, end);
  }

  function brace(at: number): number {
    const next = text.charCodeAt(at + 1);
    if (next === 123 || next === 37) {
      const close = find(next === 37 ? '%}' : '}}', at + 2);
      if (close < 0) return at;
      const end = close + 2 + (text.charCodeAt(close + 2) === 125 && next === 123 && text.charCodeAt(at + 2) === 123 ? 1 : 0);
      const inner = text.slice(at, Math.min(end, at + 500));
      const directive = readDirective(inner, at);
      if (directive) directives.push(directive);
      const found = templateCitation(inner);
      if (found) cite({ ...found, start: at, end });
      return opaque(at, end);
    }
    if (text.startsWith('{/*', at)) {
      const close = find('*/}', at + 3);
      if (close < 0) return at;
      const directive = readDirective(text.slice(at, close + 3), at);
      if (directive) directives.push(directive);
      return opaque(at, close + 3);
    }
    CITE_ROLE.lastIndex = at;
    const role = CITE_ROLE.exec(text);
    if (role) {
      const end = at + role[0].length;
      cite({ start: at, end, form: 'command', keys: commandKeys(role[2]!) });
      return opaque(at, end);
    }
    ATTRIBUTES.lastIndex = at;
    const attributes = ATTRIBUTES.exec(text);
    if (attributes) return opaque(at, at + attributes[0].length);
    ROLE.lastIndex = at;
    const plainRole = ROLE.exec(text);
    if (plainRole) return opaque(at, at + plainRole[0].length);
    if (!options.mdx || find('}', at) < 0) return at;
    const end = matchingBrace(text, at);
    return end > 0 ? opaque(at, end) : at;
  }

  function dollar(at: number): number {
    if (text.charCodeAt(at + 1) === 36) {
      const close = find('$$', at + 2);
      if (close < 0 || close === at + 2) return at + 2;
      return BLANK_LINE.test(text.slice(at, Math.min(close, at + 4_000))) ? at + 2 : opaque(at, close + 2);
    }
    const end = mathEnd(text, at);
    return end > 0 ? opaque(at, end) : at;
  }

  function atSign(at: number): number {
    const before = text.charAt(at - 1);
    if (before !== '' && !/[\s([—–;,]/.test(before)) return at;
    const opener = openers.at(-1);
    if (opener && !opener.image && /^[\s\w.,;-]*$/.test(text.slice(Math.max(opener.at + 1, at - 100), at))) return at;
    BARE_KEY.lastIndex = at;
    const match = BARE_KEY.exec(text);
    if (!match) return at;
    const key = match[0].replace(/^@\{?|\}$/g, '').replace(/[.,;:?!/]+$/, '');
    const end = match[0].endsWith('}') ? at + match[0].length : at + 1 + key.length;
    if (isCrossReference(key)) return opaque(at, end);
    if (!/^(?:doi|pmid|pmcid|pmc|url|isbn|arxiv|wikidata|clinicaltrials):.|[a-zA-Z][\w-]*(?:19|20)\d\d/i.test(key) && !lookup.bibliography()) return at;
    const locator = /^\s?\[(?:pp?\.|ch\.|sec\.|fig\.|\d)[^\]\n]{0,60}\]/.exec(text.slice(end, end + 80));
    const stop = end + (locator ? locator[0].length : 0);
    cite({ start: at, end: stop, form: 'key', keys: [key] });
    return opaque(at, stop);
  }

  function lineBreak(at: number): number {
    const end = text.charCodeAt(at - 1) === 13 ? at - 1 : at;
    if (text.charCodeAt(end - 1) === 32 && text.charCodeAt(end - 2) === 32) breakAt(at + 1);
    // A definition list's `: definition`
    const definition = /^[ \t]{0,3}:(?=[ \t]+\S)/.exec(text.slice(at + 1, at + 8));
    if (!definition || options.html) return at + 1;
    blank(at + 1, at + 1 + definition[0].length);
    breakAt(at + 1 + definition[0].length);
    return at + 1 + definition[0].length;
  }

  function colon(at: number): number {
    const emoji = /^:[a-z][a-z\d_+-]{1,40}:/.exec(text.slice(at, at + 44));
    if (!emoji || /[\w:]/.test(text.charAt(at - 1)) || /[\w:]/.test(text.charAt(at + emoji[0].length))) return at;
    return opaque(at, at + emoji[0].length);
  }

  function bareUrl(at: number): number {
    const before = text.charCodeAt(at - 1);
    if ((before >= 48 && before <= 57) || (before >= 65 && before <= 90) || (before >= 97 && before <= 122) || before === 95) return at;
    const second = text.charCodeAt(at + 1) | 32;
    if (second !== 116 && second !== 119) return at;
    BARE_URL.lastIndex = at;
    const match = BARE_URL.exec(text);
    if (!match) return at;
    const end = at + urlLength(match[0], openers.length > 0);
    const raw = text.slice(at, end);
    if (raw.length < 8 || !/\w\.\w/.test(raw)) return at;
    const href = /^www/i.test(raw) ? `http://${raw}` : raw;
    inlines.push({ kind: 'link', start: at, end, href });
    cite({ start: at, end, form: 'link', keys: [], href });
    return opaque(at, end);
  }
}

function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.charAt(at - 1);
}

/** The length of a bare address without the punctuation that belongs to the sentence (GFM's rule). */
function urlLength(url: string, inBrackets: boolean): number {
  let end = url.length;
  const bracket = inBrackets ? url.indexOf(']') : -1;
  if (bracket >= 0) end = bracket;
  let balance = 0;
  for (let i = 0; i < end; i++) balance += url[i] === '(' ? 1 : url[i] === ')' ? -1 : 0;
  while (end > 0) {
    const last = url.charAt(end - 1);
    if (/[?!.,:;*_~'’”\]|]/.test(last)) end--;
    else if (last === ')' && balance < 0) {
      end--;
      balance++;
    } else break;
  }
  return end;
}

/** For each length of a run of backticks, where such runs start; `next` answers in amortised constant time. */
function backtickRuns(text: string): { next(size: number, from: number): number } {
  let bySize: Map<number, { starts: number[]; i: number }> | undefined;
  return {
    next(size, from) {
      if (!bySize) {
        bySize = new Map();
        for (let i = text.indexOf('`', from); i >= 0; ) {
          let end = i;
          while (text.charCodeAt(end) === 96) end++;
          const list = bySize.get(end - i);
          if (list) list.starts.push(i);
          else bySize.set(end - i, { starts: [i], i: 0 });
          i = text.indexOf('`', end);
        }
      }
      const list = bySize.get(size);
      if (!list) return -1;
      while (list.i < list.starts.length && list.starts[list.i]! < from) list.i++;
      return list.starts[list.i] ?? -1;
    },
  };
}

/** CommonMark's algorithm for delimiter runs, with the lower bounds that keep it linear. Blanks the marks that match; returns what they cover. */
function matchRuns(runs: Run[], blanks: number[]): Inline[] {
  const found: Inline[] = [];
  const stack: Run[] = [];
  // For each kind of closer, the height of the stack below which no opener can be found.
  const floors = new Map<number, number>();
  for (const closer of runs) {
    if (closer.canClose) {
      while (closer.count > 0) {
        const kind = closer.code * 8 + (closer.canOpen ? 4 : 0) + (closer.original % 3);
        const floor = Math.min(floors.get(kind) ?? 0, stack.length);
        let at = stack.length - 1;
        while (at >= floor && !matches(stack[at]!, closer)) at--;
        if (at < floor) {
          floors.set(kind, stack.length);
          break;
        }
        const opener = stack[at]!;
        const size = closer.code === 126 ? 2 : opener.count >= 2 && closer.count >= 2 ? 2 : 1;
        stack.length = at + 1;
        const start = opener.at + opener.usedLeft + opener.count - size;
        const end = closer.at + closer.usedLeft + size;
        blanks.push(start, start + size, end - size, end);
        found.push({ kind: closer.code === 126 ? 'strikethrough' : size === 2 ? 'strong' : 'emphasis', start, end });
        opener.count -= size;
        closer.count -= size;
        closer.usedLeft += size;
        if (opener.count === 0) stack.pop();
      }
    }
    if (closer.canOpen && closer.count > 0) stack.push(closer);
  }
  return found;
}

function matches(opener: Run, closer: Run): boolean {
  if (opener.code !== closer.code || !opener.canOpen) return false;
  if (closer.code === 126) return true;
  const both = opener.canClose || closer.canOpen;
  return !(both && (opener.original + closer.original) % 3 === 0 && (opener.original % 3 !== 0 || closer.original % 3 !== 0));
}

/** The end of `[…]` that starts at `at`, brackets balanced, within 3,000 characters; -1 without one. */
function matchingBracket(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + 3_000);
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 91) depth++;
    else if (code === 93 && --depth === 0) return i + 1;
  }
  return -1;
}

/** The end of `{…}` that starts at `at`, braces balanced, within 5,000 characters; -1 without one. */
function matchingBrace(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + 5_000);
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return i + 1;
  }
  return -1;
}

/** `(destination "title")` at `at`: its end and the destination; undefined where it is no link. */
function inlineDestination(text: string, at: number): { end: number; href: string } | undefined {
  let i = skipSpace(text, at + 1);
  let href: string;
  if (text.charCodeAt(i) === 60) {
    const close = text.slice(i, i + 4_000).search(/[>\n]/);
    if (close < 0 || text.charAt(i + close) !== '>') return undefined;
    href = text.slice(i + 1, i + close);
    i += close + 1;
  } else {
    const start = i;
    let depth = 0;
    const limit = Math.min(text.length, i + (text.startsWith('data:', i) ? 5_000_000 : 4_000));
    for (; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code === 92) i++;
      else if (code <= 32) break;
      else if (code === 40) depth++;
      else if (code === 41 && depth-- === 0) break;
    }
    href = text.slice(start, Math.min(i, text.length));
  }
  let end = skipSpace(text, i);
  const quote = text.charCodeAt(end);
  if (end > i && (quote === 34 || quote === 39 || quote === 40)) {
    const close = titleEnd(text, end, quote === 40 ? 41 : quote);
    if (close < 0) return undefined;
    end = skipSpace(text, close);
  }
  return text.charCodeAt(end) === 41 ? { end: end + 1, href } : undefined;
}

function titleEnd(text: string, at: number, close: number): number {
  const limit = Math.min(text.length, at + 2_000);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === close) return i + 1;
  }
  return -1;
}

function skipSpace(text: string, from: number): number {
  const limit = Math.min(text.length, from + 200);
  let i = from;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) break;
    i++;
  }
  return i;
}

/** The end of `$…$` at `at` where it is math and not two prices; -1 otherwise (Pandoc's rule, and no three plain words between). */
function mathEnd(text: string, at: number): number {
  if (/\s/.test(text.charAt(at + 1))) return -1;
  if (/[\w$\\]/.test(text.charAt(at - 1))) return -1;
  const limit = Math.min(text.length, at + 400);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 10 && /^[ \t\r]*\n/.test(text.slice(i + 1, i + 50))) return -1;
    else if (code === 36) {
      if (/\s/.test(text.charAt(i - 1))) return -1;
      if (/\d/.test(text.charAt(i + 1))) return -1;
      const content = text.slice(at + 1, i);
      if (/^\d/.test(content) && !/[\\^_={}+<>]/.test(content) && !/^[\d.,]+$/.test(content)) return -1;
      if (!/[\\^_={}]/.test(content) && /[A-Za-z]{2,}\s+[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(content)) return -1;
      return i + 1;
    }
  }
  return -1;
}
