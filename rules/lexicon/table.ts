/** Reads the lexicon's data files: one entry a line, tab-separated columns, `#` comments. */

/** The rows of a data file, each cell trimmed. Empty columns are kept; a missing one reads as an empty string via `cell`. */
export function readTable(text: string): readonly (readonly string[])[] {
  return readLines(text).map((line) => (line.includes('\t') ? line.split('\t').map(trimmed) : [line.trim()]));
}

/** The entries of a data file, not yet cut into cells. */
export function readLines(text: string): string[] {
  return text.split('\n').filter((line) => !line.startsWith('#') && line.trim() !== '');
}

/** The values of a column that holds several, separated by `;`. */
export function readList(cell: string | undefined): readonly string[] {
  if (!cell) return [];
  if (cell.includes(';')) return cell.split(';').map(trimmed).filter((value) => value !== '');
  const value = cell.trim();
  return value === '' ? [] : [value];
}

function trimmed(cell: string): string {
  return cell.trim();
}
