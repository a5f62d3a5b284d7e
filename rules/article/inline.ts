/** Reads the inline content of one block in one pass: what is markup, which links and marks of a source stand in it, what emphasis covers. Linear in the text. */
import { bracketCitation, commandKeys, isCrossReference, templateCitation } from './brackets.js';
import { backtickRuns, matchRuns, type Run } from './delimiters.js';
import { readDirective } from './directives.js';
import { angleReader } from './inline-html.js';
import { bracketReader } from './inline-links.js';
import { bySpan, createScanState, type InlineOptions, type InlineScan, type Lookup } from './scan-state.js';
import { matchingBrace, matchingBracket, mathEnd, urlLength } from './spans.js';

const SPECIAL = new Uint8Array(128);
for (const char of '\\`*_~[]!<&{$^@hHwW\n:') SPECIAL[char.charCodeAt(0)] = 1;

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{1,31});/y;
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
  const state = createScanState(text, options);
  const { blank, opaque, cite, find, superscript } = state;
  const brackets = bracketReader(state, lookup);
  const angle = angleReader(state);
  const runs: Run[] = [];
  const codeRuns = backtickRuns(text);
  const length = text.length;

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
  if (runs.length > 0) for (const inline of matchRuns(runs, state.blanks)) state.inlines.push(inline);
  state.inlines.sort(bySpan);
  state.citations.sort(bySpan);
  return state;

  /** Reads what starts at `at`; the offset behind it, or `at` for a plain character. */
  function step(code: number, at: number): number {
    switch (code) {
      case 92: return backslash(at);
      case 96: return codeSpan(at);
      case 42: case 95: return run(at, code);
      case 126: return tilde(at);
      case 33:
        return text.charCodeAt(at + 1) === 91 && text.charCodeAt(at + 2) !== 94 ? brackets.open(at, true) : at;
      case 91: return brackets.open(at, false);
      case 93: return brackets.close(at);
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
      state.breakAt(at + (next === 10 ? 2 : 3));
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
    state.inlines.push({ kind: 'code', start: at, end: close + end - at });
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

  function brace(at: number): number {
    const next = text.charCodeAt(at + 1);
    if (next === 123 || next === 37) {
      const close = find(next === 37 ? '%}' : '}}', at + 2);
      if (close < 0) return at;
      const end = close + 2 + (text.charCodeAt(close + 2) === 125 && next === 123 && text.charCodeAt(at + 2) === 123 ? 1 : 0);
      const inner = text.slice(at, Math.min(end, at + 500));
      const directive = readDirective(inner, at);
      if (directive) state.directives.push(directive);
      const found = templateCitation(inner);
      if (found) cite({ ...found, start: at, end });
      return opaque(at, end);
    }
    if (text.startsWith('{/*', at)) {
      const close = find('*/}', at + 3);
      if (close < 0) return at;
      const directive = readDirective(text.slice(at, close + 3), at);
      if (directive) state.directives.push(directive);
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
    // Keys in brackets are read with the bracket.
    const bracket = brackets.innermost();
    if (bracket >= 0 && /^[\s\w.,;-]*$/.test(text.slice(Math.max(bracket + 1, at - 100), at))) return at;
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
    if (text.charCodeAt(end - 1) === 32 && text.charCodeAt(end - 2) === 32) state.breakAt(at + 1);
    // A definition list's `: definition`
    const definition = /^[ \t]{0,3}:(?=[ \t]+\S)/.exec(text.slice(at + 1, at + 8));
    if (!definition || options.html) return at + 1;
    blank(at + 1, at + 1 + definition[0].length);
    state.breakAt(at + 1 + definition[0].length);
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
    const end = at + urlLength(match[0], brackets.isOpen());
    const raw = text.slice(at, end);
    if (raw.length < 8 || !/\w\.\w/.test(raw)) return at;
    const href = /^www/i.test(raw) ? `http://${raw}` : raw;
    state.inlines.push({ kind: 'link', start: at, end, href });
    cite({ start: at, end, form: 'link', keys: [], href });
    return opaque(at, end);
  }
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.charAt(at - 1);
}
