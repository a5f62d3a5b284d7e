/** HTML and JSX tags as they stand in Markdown. */

/** Elements whose content is no prose. */
export const OPAQUE_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'pre', 'code', 'kbd', 'samp', 'var', 'textarea', 'svg', 'math', 'iframe', 'object', 'template', 'noscript', 'video', 'audio', 'canvas']);

/** Elements that stand for themselves: their tags end one stretch of prose and start another. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer',
  'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'optgroup', 'option', 'p', 'section', 'summary',
  'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'title', 'tr', 'ul',
]);

export interface Tag {
  /** Lower case; a component's name keeps its capitals. */
  readonly name: string;
  readonly end: number;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly href?: string;
}

const NAME = /<(\/?)([A-Za-z][\w.:-]{0,60})?(?=[\s/>])/y;
/** A tag that has not ended after this many characters is none. */
const MAX_TAG = 8_000;

/**
 * The tag, declaration or instruction at `at`, or undefined where `<` is a plain character. Attribute values may be quoted, bare or JSX `{…}`.
 * @param find `indexOf` that remembers failures.
 */
export function findTag(text: string, at: number, find: (needle: string, from: number) => number): Tag | undefined {
  const second = text.charCodeAt(at + 1);
  if (second === 63) {
    const end = find('?>', at + 2);
    return end < 0 ? undefined : { name: '?', end: end + 2, closing: false, selfClosing: true };
  }
  if (second === 33) {
    if (text.startsWith('<![CDATA[', at)) {
      const end = find(']]>', at + 9);
      return end < 0 ? undefined : { name: '!', end: end + 3, closing: false, selfClosing: true };
    }
    if (!/[A-Za-z]/.test(text.charAt(at + 2))) return undefined;
    const end = find('>', at + 2);
    return end < 0 ? undefined : { name: '!', end: end + 1, closing: false, selfClosing: true };
  }
  if (second === 62) return { name: '', end: at + 2, closing: false, selfClosing: false };
  NAME.lastIndex = at;
  const match = NAME.exec(text);
  if (!match) return undefined;
  const closing = match[1] === '/';
  const raw = match[2] ?? '';
  if (raw === '' && !closing) return undefined;
  const name = /^[A-Z].*[a-z]/.test(raw) ? raw : raw.toLowerCase();
  let i = at + match[0].length;
  let href: string | undefined;
  const limit = Math.min(text.length, at + MAX_TAG);
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code === 62) return { name, end: i + 1, closing, selfClosing: false, ...(href === undefined ? {} : { href }) };
    if (code === 47 && text.charCodeAt(i + 1) === 62) return { name, end: i + 2, closing, selfClosing: true, ...(href === undefined ? {} : { href }) };
    if (isSpace(code) || code === 47) {
      i++;
      continue;
    }
    if (code === 123) {
      if (find('}', i) < 0) return undefined;
      const end = balancedBrace(text, i, limit);
      if (end < 0) return undefined;
      i = end;
      continue;
    }
    const nameStart = i;
    while (i < limit && isAttributeName(text.charCodeAt(i))) i++;
    if (i === nameStart) return undefined;
    const attribute = text.slice(nameStart, Math.min(i, nameStart + 40)).toLowerCase();
    let value = i;
    while (value < limit && isSpace(text.charCodeAt(value))) value++;
    if (text.charCodeAt(value) !== 61) continue;
    value++;
    while (value < limit && isSpace(text.charCodeAt(value))) value++;
    if (text.charCodeAt(value) === 123 && find('}', value) < 0) return undefined;
    const end = attributeValueEnd(text, value, limit);
    if (end < 0) return undefined;
    if (attribute === 'href') href = text.slice(value, end).replace(/^["'{]+|["'}]+$/g, '').trim();
    i = end;
  }
  return undefined;
}

function attributeValueEnd(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (code === 123) return balancedBrace(text, at, limit);
  if (code === 34 || code === 39) {
    for (let i = at + 1; i < limit; i++) if (text.charCodeAt(i) === code) return i + 1;
    return -1;
  }
  let i = at;
  while (i < limit && !isSpace(text.charCodeAt(i)) && !'"\'=<>`'.includes(text.charAt(i))) i++;
  return i > at ? i : -1;
}

function balancedBrace(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return i + 1;
  }
  return -1;
}

function isAttributeName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 95 || code === 58 || code === 46 || code === 64;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
