/** Citation numbers: raised marks against exponents, and ranges written out. */

const UNIT_BEFORE = /(?:^|[\s\d/·*(])(?:[cmkdnµμp]?m|k?g|mg|[µμ]g|s|h|min|ft|in|yd|mi|cm|mm|km|L|dL|mL|l|ml|R|r|χ|x|n|p|X|I|y)$/;
const SYMBOL_BEFORE = /(?:^|[^A-Za-z])(?:[A-Z][a-z]?|[A-Z]{1,2}\d?)$/;

/**
 * The numbers of a raised mark that is a citation; undefined for an exponent (`10^3^`, `m²`), an ion (`Ca²⁺`), an isotope or an ordinal (`4^th^`).
 * @param at where the raised part starts in `text`.
 */
export function superscriptKeys(content: string, text: string, at: number): string[] | undefined {
  const plain = content.trim().replace(/^[[(]|[\])]$/g, '');
  if (!/^\d{1,3}(?:\s*[,;–−-]\s*\d{1,3}){0,30}$/.test(plain)) return undefined;
  const before = text.slice(Math.max(0, at - 12), at).replace(/[*_]+$/, '');
  if (before === '' || /\s$/.test(before)) return undefined;
  if (/\d$/.test(before)) return undefined;
  if (UNIT_BEFORE.test(before)) return undefined;
  if (SYMBOL_BEFORE.test(before) && !/[a-z]{2}$/.test(before)) return undefined;
  return expandNumbers(plain);
}

/** `1, 3-5` as `1 3 4 5`; ranges of more than fifty numbers keep their ends only. */
export function expandNumbers(list: string): string[] {
  const keys: string[] = [];
  for (const part of list.split(/[,;]/)) {
    const [from, to] = part.split(/[–−‑-]/).map((number) => number.trim());
    if (!from) continue;
    const first = Number(from);
    const last = to ? Number(to) : first;
    if (to && last > first && last - first <= 50) for (let n = first; n <= last; n++) keys.push(String(n));
    else keys.push(from, ...(to ? [to] : []));
  }
  return keys;
}
