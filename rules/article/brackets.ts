/** What stands in square brackets, citation commands and templates: footnote marks, keys, numbers, placeholders, or plain words. */
import type { Citation } from './article.js';
import { expandNumbers } from './numbers.js';

type Found = Omit<Citation, 'start' | 'end'>;

const PLACEHOLDER = /^(?:citations?(?: (?:needed|required|missing|here|tbd|to come))?|cite(?: (?:needed|source|this|me|here))?|cn|needs? (?:a )?(?:citation|source|ref(?:erence)?)|(?:add|insert|find|missing) (?:a )?(?:citation|source|ref(?:erence)?|link|study)(?: here)?|ref(?:erence)?s?(?: (?:needed|required|missing|here|tbd))?|sources?(?: (?:needed|required|missing|here|tbd))?\??|unsourced|according to whom\??|(?:todo|tk|tbd|fixme)\b.{0,120}|\?{1,5})$/i;
const NUMBERS = /^\s*\d{1,4}(?:\s*[,;–−‑-]\s*\d{1,4}){0,40}\s*$/;
const KEYS = /(?:^|[\s;:(-])@(?:\{([^{}\s]{1,300})\}|([A-Za-z\d_][^\s;\]{},]{0,300}))/g;

/** True for words that promise a source and give none: `citation needed`, `ref`, `TODO add source`. */
export function isPlaceholder(content: string): boolean {
  return content.length <= 140 && PLACEHOLDER.test(content.trim());
}

/**
 * The citation that `[content]` is, if it is one.
 * @param at where its opening bracket stands in `text`.
 */
export function bracketCitation(content: string, text: string, at: number): Found | undefined {
  if (content.charCodeAt(0) === 94) return /^\^[^\]\s[]+$/.test(content) ? { form: 'footnote', keys: [content.slice(1)] } : undefined;
  if (content.includes('@')) {
    if (/^cite(?:\/[\w/-]*)?:/.test(content) || /^[^@]{0,200}@/.test(content)) {
      const keys = citationKeys(content);
      if (keys.length > 0) return { form: 'key', keys };
    }
    return undefined;
  }
  if (NUMBERS.test(content) && !/^\s*(?:1[89]|20)\d\d\s*$/.test(content)) return isArrayIndex(content, text, at) ? undefined : { form: 'numeric', keys: expandNumbers(content) };
  return isPlaceholder(content) ? { form: 'placeholder', keys: [], label: content.trim() } : undefined;
}

const CROSS_REFERENCE = /^(?:fig|tbl|tab|table|eq|eqn|sec|lst|thm|lem|cor|prp|exm|exr|def|supp?|box)[:-]/i;

/** True for a key that names a figure, table or section of the same document (pandoc-crossref, Quarto): no source. */
export function isCrossReference(key: string): boolean {
  return CROSS_REFERENCE.test(key);
}

/** The keys in `@a; @b, p. 3; -@c`. An e-mail address is no key. */
export function citationKeys(content: string): string[] {
  const keys: string[] = [];
  for (const match of content.matchAll(KEYS)) {
    const key = (match[1] ?? match[2]!).replace(/[.,:?!]+$/, '');
    if (!isCrossReference(key)) keys.push(key);
  }
  return keys;
}

/** The keys in the braces of a citation command: `a, b`. */
export function commandKeys(list: string): string[] {
  return list.split(/[,;]/).map((key) => key.replace(/^.*<([^<>]*)>$/, '$1').replace(/^\s*[@{]*|[}\s]*$/g, '').trim()).filter((key) => key !== '');
}

/** A citation by a template or shortcode: `{{< cite "smith2020" >}}`, `{% cite smith2020 %}`, `{{citation needed}}`. */
export function templateCitation(template: string): Found | undefined {
  const match = /^\{[{%][<%-]?\s*([\w-]+)((?:\s|[|"'(]).*?)?[>%-]?[}%]\}+$/s.exec(template);
  if (!match) return undefined;
  const name = match[1]!.toLowerCase();
  const rest = (match[2] ?? '').trim();
  if (isPlaceholder(`${name.replace(/-/g, ' ')} ${rest}`.trim()) && name !== 'ref') return rest === '' || /^needed/i.test(rest) ? { form: 'placeholder', keys: [] } : commandFound(rest);
  return /^(?:cite|citet|citep|citation|cites|bibcite|footcite|fn|footnote|sidenote|efn|sfn|reference)$/.test(name) ? commandFound(rest) : undefined;
}

function commandFound(rest: string): Found {
  const keys = rest.split(/[\s,;|]+/).map((key) => key.replace(/^["'@(]+|["')]+$/g, '')).filter((key) => /^[\w:./-]+$/.test(key));
  return { form: 'command', keys };
}

/** `x[1]`, `data[0]` in running text is an index; a mark glued to an English word or to punctuation is not. */
function isArrayIndex(content: string, text: string, at: number): boolean {
  if (content.trim() === '0') return true;
  const before = /[\w)]*$/.exec(text.slice(Math.max(0, at - 24), at))![0];
  return /^[a-z]$|_|[a-z][A-Z]|^(?:arr|array|list|data|args|argv|items|values|row|col)$/.test(before) && /^\d+$/.test(content.trim());
}
