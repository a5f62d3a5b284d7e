/** Reads the lexicon's data files: one entry a line, tab-separated columns, `#` comments. */

/** The rows of a data file, each cell trimmed. Empty columns are kept; a missing one reads as an empty string via `cell`. */
export function readTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    rows.push(line.includes('\t') ? line.split('\t').map(trimmed) : [line.trim()]);
  }
  return rows;
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
