/** What a persistent identifier must look like, and its check digit where it has one. Pure functions over strings. */

/** The pattern that Crossref recommends for DOIs of today, widened by the characters of older ones (`<>[]+#&`). */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[-._;()/:A-Z0-9<>[\]+#&%@=~*'$!,]+$/i;

/** A shortened one, as shortdoi.org gives out: `10/ggjr43`. */
const SHORT_DOI = /^10\/[a-z0-9]{2,12}$/i;

/** True for a well-formed DOI without prefix. Source: Crossref, "DOIs and matching regular expressions", 2015. */
export function isDoi(value: string): boolean {
  return DOI.test(value) || SHORT_DOI.test(value);
}

/** True where the last digit of an ISBN-10 or ISBN-13 (hyphens and spaces allowed) fits the others. Source: ISO 2108. */
export function isIsbn(value: string): boolean {
  const digits = value.replace(/[\s–‐‑-]/g, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) return weighted(digits, (i) => 10 - i) % 11 === 0;
  if (/^97[89]\d{10}$/.test(digits)) return weighted(digits, (i) => (i % 2 === 0 ? 1 : 3)) % 10 === 0;
  return false;
}

/** True where the last digit of an ISSN fits the others. Source: ISO 3297. */
export function isIssn(value: string): boolean {
  const digits = value.replace(/[\s–‐‑-]/g, '').toUpperCase();
  return /^\d{7}[\dX]$/.test(digits) && weighted(digits, (i) => 8 - i) % 11 === 0;
}

/** True where the last digit of an ORCID iD fits the others. Source: ISO 7064, MOD 11-2. */
export function isOrcid(value: string): boolean {
  const digits = value.replace(/-/g, '').toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) return false;
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  return digits[15] === (check === 10 ? 'X' : String(check));
}

function weighted(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, i) => sum + (digit === 'X' ? 10 : Number(digit)) * weight(i), 0);
}

/** Text without the punctuation of the sentence around it: full stops, commas and closing brackets that nothing opens. */
export function withoutTrailing(value: string): string {
  let end = value.length;
  for (;;) {
    const last = value[end - 1] ?? '';
    if (/[.,;:!?'"’”*_]/.test(last)) end--;
    else if (/[)\]}]/.test(last) && count(value, end, last) > count(value, end, opener(last))) end--;
    else return value.slice(0, end);
  }
}

function opener(closing: string): string {
  return closing === ')' ? '(' : closing === ']' ? '[' : '{';
}

function count(value: string, end: number, char: string): number {
  let found = 0;
  for (let i = 0; i < end; i++) if (value[i] === char) found++;
  return found;
}
