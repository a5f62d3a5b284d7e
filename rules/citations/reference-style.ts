/** How a reference is written out: one house style, near the AMA's, in Markdown. */

/** What is known of a publication. Text is plain; names are `Family, Given`, an organisation's name has no comma. */
export interface ReferenceDetails {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: string;
  readonly container?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly url?: string;
}

/** Up to six authors are all named, of more the first three. */
const MOST_AUTHORS = 6;
const FIRST_AUTHORS = 3;

/**
 * `Meyer A, Brandt JP. Title. *Journal*. 2019;15(3):123-130. doi:10.1000/x` as Markdown. What is not known is left out, nothing is made up.
 * Source: AMA Manual of Style, 11th ed., 3: References.
 */
export function formatReference({ title, authors, year, container = '', volume = '', issue = '', pages = '', doi = '', pmid = '', url = '' }: ReferenceDetails): string {
  const names = authors.map((name) => shortName(plain(name))).filter((name) => name !== '');
  const shown = names.length > MOST_AUTHORS ? [...names.slice(0, FIRST_AUTHORS), 'et al'] : names;
  const journal = plain(container);
  const place = `${plain(volume)}${issue ? `(${plain(issue)})` : ''}${pages ? `:${plain(pages)}` : ''}`;
  const date = [plain(year), place].filter(Boolean).join(';');
  return [
    sentence(escapeMarkdown(shown.join(', '))),
    sentence(escapeMarkdown(plain(title))),
    journal ? `*${escapeMarkdown(journal)}*.` : '',
    sentence(escapeMarkdown(date)),
    doi ? `doi:${doi}` : pmid ? `PMID: ${pmid}` : url,
  ]
    .filter(Boolean)
    .join(' ');
}

/** `Meyer et al. 2019`, for lists to pick from; empty where neither author nor year is known. */
export function authorsAndYear({ authors, year }: Pick<ReferenceDetails, 'authors' | 'year'>): string {
  const families = authors.map((name) => plain(name).split(',')[0]!.trim()).filter((name) => name !== '');
  const named = families.length > 2 ? `${families[0]} et al.` : families.join(' & ');
  return [named, year].filter(Boolean).join(' ');
}

/** `Meyer, Anna Maria` and `Meyer, A. M.` are `Meyer AM`. */
function shortName(name: string): string {
  const comma = name.indexOf(',');
  if (comma === -1) return name;
  const given = name.slice(comma + 1).replace(/,.*$/, '').trim();
  const initials = /^\p{Lu}{1,3}$/u.test(given) ? given : [...given.matchAll(/(?<![\p{L}\p{M}'’])\p{L}/gu)].map(([letter]) => letter.toUpperCase()).join('');
  return [name.slice(0, comma).trim(), initials].filter(Boolean).join(' ');
}

function sentence(text: string): string {
  return text === '' || /[.?!]$/.test(text) ? text : `${text}.`;
}

const TAG = /<\/?(?:i|b|em|strong|sub|sup|span|sc|scp|u|tt|p|br|jats:[a-z-]{1,30}|mml:[a-z-]{1,30})(?:\s[^<>]{0,200})?\/?>/gi;
const ENTITY: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—' };

/** Text from a catalogue without its markup, on one line. */
function plain(text: string): string {
  return text
    .replace(TAG, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : 0;
      return name ? (ENTITY[name.toLowerCase()] ?? whole) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>{}|]/g, '\\$&');
}
