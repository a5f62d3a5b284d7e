/** The block structure of Markdown: `@lezer/markdown` set up for articles, and the view of the text that it parses. */
import type { Input } from '@lezer/common';
import { parser, Table, TaskList, type BlockContext, type BlockParser, type Line, type MarkdownExtension, type MarkdownParser, type NodeSpec } from '@lezer/markdown';

/** Nested quotes and lists beyond this depth are read as one paragraph, so that a line of markers cannot cost quadratic time. */
const MAX_DEPTH = 48;

/** Inline content is read by `inline.ts`, once per block and only where the block has changed; here it is passed over. */
const noInlines: MarkdownExtension = { parseInline: [{ name: 'PassOver', before: 'Escape', parse: (cx) => cx.end }] };

const nestingLimit: BlockParser = {
  name: 'NestingLimit',
  before: 'LinkReference',
  parse(cx, line) {
    if (cx.depth < MAX_DEPTH) return false;
    return takeLines(cx, line, 'Paragraph', () => true);
  },
};

/** Consumes the current line and those after it up to the one for which `last` says yes (included), or up to the container's end. */
function takeLines(cx: BlockContext, line: Line, type: string, last: (text: string, first: boolean) => boolean, stopBefore?: (text: string) => boolean): true {
  const from = cx.lineStart + line.pos;
  const depth = cx.depth;
  const start = line.pos;
  let done = last(line.text.slice(start), true);
  let more = cx.nextLine();
  while (!done && more && lineDepth(line) >= depth && !stopBefore?.(line.text.slice(line.pos))) {
    done = last(line.text.slice(line.pos), false);
    more = cx.nextLine();
  }
  cx.addElement(cx.elt(type, from, Math.max(from, cx.prevLineEnd())));
  return true;
}

/** How many containers the line continues. Lezer keeps the number on the line but leaves it out of the public type. */
function lineDepth(line: Line): number {
  return (line as Line & { readonly depth: number }).depth;
}

const FOOTNOTE = /^\[\^[^\]\s]{1,200}\]:/;

/** Containers whose body is indented by four columns: footnote definitions and `!!! note` admonitions. */
function indentedContainer(name: string): NodeSpec {
  return {
    name,
    block: true,
    composite(_cx, line) {
      if (line.next >= 0 && line.indent < line.baseIndent + 4) return false;
      if (line.next >= 0) line.moveBaseColumn(line.baseIndent + 4);
      return true;
    },
  };
}

const footnotes: MarkdownExtension = {
  defineNodes: [indentedContainer('FootnoteDefinition'), 'FootnoteMark'],
  parseBlock: [{
    name: 'FootnoteDefinition',
    before: 'Blockquote',
    parse(cx, line) {
      const match = line.next === 91 && line.indent < line.baseIndent + 4 ? FOOTNOTE.exec(line.text.slice(line.pos, line.pos + 220)) : null;
      if (!match) return false;
      cx.startComposite('FootnoteDefinition', line.pos);
      const from = cx.lineStart + line.pos;
      cx.addElement(cx.elt('FootnoteMark', from, from + match[0].length));
      line.moveBase(line.pos + match[0].length);
      return null;
    },
    endLeaf: (_cx, line) => line.next === 91 && FOOTNOTE.test(line.text.slice(line.pos, line.pos + 220)),
  }],
};

const ADMONITION = /^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+/;

const admonitions: MarkdownExtension = {
  defineNodes: [indentedContainer('Admonition'), 'AdmonitionMark', { name: 'FencedDivMark', block: true }],
  parseBlock: [
    {
      name: 'Admonition',
      before: 'Blockquote',
      parse(cx, line) {
        if ((line.next !== 33 && line.next !== 63) || line.indent >= line.baseIndent + 4 || !ADMONITION.test(line.text.slice(line.pos, line.pos + 80))) return false;
        cx.startComposite('Admonition', line.pos);
        const from = cx.lineStart + line.pos;
        cx.addElement(cx.elt('AdmonitionMark', from, cx.lineStart + line.text.length));
        line.moveBase(line.text.length);
        return null;
      },
      endLeaf: (_cx, line) => (line.next === 33 || line.next === 63) && ADMONITION.test(line.text.slice(line.pos, line.pos + 80)),
    },
    {
      name: 'FencedDiv',
      before: 'Blockquote',
      parse: (cx, line) => line.next === 58 && line.text.startsWith(':::', line.pos) && takeLines(cx, line, 'FencedDivMark', () => true),
      endLeaf: (_cx, line) => line.next === 58 && line.text.startsWith(':::', line.pos),
    },
  ],
};

const ABBREVIATION = /^\*\[[^\]\n]{1,200}\]:/;

const MAX_SHORTCODE_LINES = 60;

/** What closes the shortcode or template tag at the start of a line: `{{< card`, `{% include`. A citation is left to the inline reader. */
function closeOfShortcode(text: string): string | undefined {
  const match = /^\{(?:\{([<%])|%-?)\s*([\w/.-]+)/.exec(text);
  if (!match || /^(?:cit|bibcite|ref|foot|fn|efn|sfn|doi|sidenote)/i.test(match[2]!)) return undefined;
  return match[1] === '<' ? '>}}' : match[1] === '%' ? '%}}' : '%}';
}

/** `$$` blocks up to the closing `$$` or a blank line; abbreviation lists `*[FDA]: …`; comments of MDX and templates that fill lines. */
const opaqueBlocks: MarkdownExtension = {
  defineNodes: [{ name: 'MathBlock', block: true }, { name: 'Abbreviation', block: true }, { name: 'TemplateBlock', block: true }],
  parseBlock: [
    {
      name: 'MathBlock',
      before: 'Blockquote',
      parse(cx, line) {
        if (line.next !== 36 || !line.text.startsWith('$$', line.pos)) return false;
        if (line.text.indexOf('$$', line.pos + 2) >= 0 && !/\$\$\s*$/.test(line.text.slice(-200))) return false;
        return takeLines(cx, line, 'MathBlock', (text, first) => text.indexOf('$$', first ? 2 : 0) >= 0, isBlank);
      },
    },
    {
      name: 'Abbreviation',
      before: 'BulletList',
      parse: (cx, line) => line.next === 42 && ABBREVIATION.test(line.text.slice(line.pos, line.pos + 210)) && takeLines(cx, line, 'Abbreviation', () => true),
      endLeaf: (_cx, line) => line.next === 42 && ABBREVIATION.test(line.text.slice(line.pos, line.pos + 210)),
    },
    {
      name: 'TemplateBlock',
      before: 'Blockquote',
      parse(cx, line) {
        if (line.next !== 123) return false;
        const close = line.text.startsWith('{/*', line.pos) ? '*/}' : line.text.startsWith('{#', line.pos) && !/^\{#[\w-]+[ }]/.test(line.text.slice(line.pos, line.pos + 80)) ? '#}' : '';
        if (!close || line.text.indexOf(close, line.pos) >= 0) return false;
        return takeLines(cx, line, 'TemplateBlock', (text) => text.indexOf(close) >= 0);
      },
    },
    {
      name: 'Shortcode',
      before: 'Blockquote',
      parse(cx, line) {
        const close = line.next === 123 ? closeOfShortcode(line.text.slice(line.pos, line.pos + 80)) : undefined;
        if (close === undefined || line.text.indexOf(close, line.pos) >= 0) return false;
        // One that is never closed must not swallow the article.
        let left = MAX_SHORTCODE_LINES;
        return takeLines(cx, line, 'TemplateBlock', (text) => text.indexOf(close) >= 0, (text) => left-- <= 0 || /^#{1,6}\s/.test(text) || closeOfShortcode(text.slice(0, 80)) !== undefined);
      },
    },
  ],
};

function isBlank(text: string): boolean {
  return /^\s*$/.test(text);
}

const ESM = /^(?:import\s+(?:['"]|[\w*{][^'"]{0,500}\sfrom\s+['"]|\{\s*$)|export\s+(?:const|let|var|default|function|class|async|\{|\*)(?![\w-]))/;

/** MDX: `import` and `export` up to the blank line after balanced brackets; no indented code. */
const mdxBlocks: MarkdownExtension = {
  remove: ['IndentedCode'],
  defineNodes: [{ name: 'EsmBlock', block: true }],
  parseBlock: [{
    name: 'EsmBlock',
    before: 'Blockquote',
    parse(cx, line) {
      if (cx.depth > 1 || (line.next !== 105 && line.next !== 101) || line.pos > 0 || !ESM.test(line.text.slice(0, 600))) return false;
      let open = 0;
      return takeLines(cx, line, 'EsmBlock', (text) => {
        for (let i = 0; i < text.length; i++) {
          const code = text.charCodeAt(i);
          if (code === 123 || code === 40 || code === 91) open++;
          else if (code === 125 || code === 41 || code === 93) open--;
        }
        return false;
      }, (text) => (open <= 0 && isBlank(text)) || /^#{1,6}\s/.test(text));
    },
  }],
};

const extensions: MarkdownExtension[] = [noInlines, Table, TaskList, footnotes, admonitions, opaqueBlocks, { parseBlock: [nestingLimit] }];

/** The parsers for plain Markdown and for MDX. Their trees hold blocks only. */
export const markdownParser: MarkdownParser = parser.configure(extensions);
export const mdxParser: MarkdownParser = parser.configure([...extensions, mdxBlocks]);

/**
 * The text as the block parser sees it: as long as the file's, front matter as blank lines, the byte-order mark as a space,
 * and every kind of line end (`\r\n`, `\r`, `\n`) as one line feed, so that a carriage return never counts as content.
 */
export function blockInput(text: string, bodyStart: number): Input {
  const hasCarriageReturn = text.indexOf('\r') >= 0;
  const hasMark = text.charCodeAt(0) === 0xfeff;
  const lineAt = (from: number): string => {
    const end = hasCarriageReturn ? endOfLine(text, from) : text.indexOf('\n', from);
    if (end === from) return '\n';
    const line = text.slice(from, end < 0 ? text.length : end);
    if (from < bodyStart) return ' '.repeat(line.length);
    if (hasMark && from === 0) return ' ' + line.slice(1);
    const last = line.charCodeAt(line.length - 1);
    if (last === 32 || last === 9 || last === 13) return trailingSpace(line);
    return line;
  };
  return {
    length: text.length,
    lineChunks: true,
    chunk: lineAt,
    read(from, to) {
      const slice = text.slice(from, to);
      return hasCarriageReturn ? slice.replace(/\r\n/g, ' \n').replace(/\r(?!$)/g, '\n') : slice;
    },
  };
}

const DELIMITER_ROW = /^[\s>]*[|:-][\s|:-]*\|$/;

/** A line that ends in white space, with its carriage return as a space. The pipe that closes a table's delimiter row is moved to the end, since Lezer allows no space behind it. */
function trailingSpace(line: string): string {
  const words = line.trimEnd();
  if (words.endsWith('|') && words.length < 4_000 && DELIMITER_ROW.test(words)) return words.slice(0, -1) + ' '.repeat(line.length - words.length) + '|';
  return line.endsWith('\r') ? line.slice(0, -1) + ' ' : line;
}

/** Where the line that holds `from` ends: at its `\n`, or at a `\r` that stands alone; the text's length without either. */
function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const limit = feed < 0 ? text.length : feed;
  for (let i = text.indexOf('\r', from); i >= 0 && i < limit; i = text.indexOf('\r', i + 1)) if (text.charCodeAt(i + 1) !== 10) return i;
  return limit;
}
