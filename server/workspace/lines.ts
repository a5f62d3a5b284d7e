/** Offsets to lines and columns and back; only the edges of the program speak of lines. */

/** A line and a column, both from 0; columns are UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text start. `\n`, `\r\n` and `\r` end a line, as in the Language Server Protocol. */
export interface Lines {
  readonly starts: readonly number[];
  /** The place of an offset; beyond the text's end, the end. */
  at(offset: number): Place;
  /** A line's text without its ending; empty for a line that does not exist. */
  line(index: number): string;
}

/** Reads where the lines start; linear in the text, once. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return {
    starts,
    at(offset) {
      const wanted = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= wanted) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: wanted - starts[low]! };
    },
    line(index) {
      const start = starts[index];
      if (start === undefined) return '';
      const end = starts[index + 1] ?? text.length;
      return text.slice(start, end).replace(/[\r\n]+$/, '');
    },
  };
}
