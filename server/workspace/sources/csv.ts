/** Reads some columns of a large CSV (RFC 4180) without making strings of the others: lists of retractions have tens of megabytes. */

/**
 * Calls `visit` for each row with the fields of the wanted columns; a column that is missing, or that a row is too short for, is empty.
 * Linear in the text's length. Fields may be quoted and hold line ends; a doubled quote is one.
 * @returns the names in the header.
 */
export function readColumns(text: string, wanted: readonly string[], visit: (fields: readonly string[]) => void): readonly string[] {
  let at = 0;
  let feed = -1;
  let rowEnded = true;

  /** Reads the field at `at` and goes behind it; @returns it only where it is asked for. */
  const field = (keep: boolean): string => {
    if (text.charCodeAt(at) === QUOTE) return quoted(keep);
    if (feed < at) feed = endOf(text.indexOf('\n', at));
    const comma = text.indexOf(',', at);
    const start = at;
    const end = comma !== -1 && comma < feed ? comma : feed;
    leave(end);
    return keep ? withoutReturn(text.slice(start, end)) : '';
  };

  const quoted = (keep: boolean): string => {
    const start = at + 1;
    let close = endOf(text.indexOf('"', start));
    let doubled = false;
    while (text.charCodeAt(close + 1) === QUOTE) {
      doubled = true;
      close = endOf(text.indexOf('"', close + 2));
    }
    let next = close + 1;
    while (next < text.length && text.charCodeAt(next) !== COMMA && text.charCodeAt(next) !== FEED) next++;
    leave(next);
    if (!keep) return '';
    return doubled ? text.slice(start, close).replaceAll('""', '"') : text.slice(start, close);
  };

  const endOf = (index: number): number => (index === -1 ? text.length : index);
  const leave = (end: number): void => {
    rowEnded = end >= text.length || text.charCodeAt(end) === FEED;
    at = end + 1;
  };

  const header: string[] = [];
  do header.push(field(true).trim());
  while (!rowEnded);
  const columns = header.map((name) => wanted.indexOf(name));
  while (at < text.length) {
    const fields = wanted.map(() => '');
    let column = 0;
    do {
      const index = columns[column++] ?? -1;
      const value = field(index !== -1);
      if (index !== -1) fields[index] = value;
    } while (!rowEnded);
    visit(fields);
  }
  return header;
}

const QUOTE = 34;
const COMMA = 44;
const FEED = 10;

function withoutReturn(value: string): string {
  return value.endsWith('\r') ? value.slice(0, -1) : value;
}
