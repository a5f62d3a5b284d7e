/** Reads the lexicon's data files: one entry a line, tab-separated columns, `#` comments. */

/** The rows of a data file, each cell trimmed. Empty columns are kept; a missing one reads as an empty string via `cell`. */
export function readTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    rows.push(line.split('\t').map((cell) => cell.trim()));
  }
  return rows;
}

/** The values of a column that holds several, separated by `;`. */
export function readList(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(';').map((value) => value.trim()).filter((value) => value !== '');
}
