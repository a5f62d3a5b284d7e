/** What an article is once it has been read: blocks of prose with sentences, citations and suppression comments. */

/** A stretch of text in UTF-16 code units, half-open: `start` is in, `end` is out. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The kind of Markdown block a stretch of prose stands in. A `table-cell` is one cell of a body row. A `heading` of level 0 is a line that
 * nobody marked as a heading though it is one (glued onto the paragraph below it), or an admonition's title. A paragraph all in bold
 * stays a `paragraph`, though it names the section below it.
 */
export type BlockKind = 'paragraph' | 'list-item' | 'heading' | 'table-header' | 'table-cell' | 'html';

/**
 * Where a block stands, as far as rules care (catalogue 0.1): running text, somebody else's words in a block quote,
 * the list of sources at the end, or the text of a footnote definition.
 */
export type Zone = 'body' | 'quote' | 'references' | 'footnote';

/** Inline markup that some rules need to see again after it has been blanked from the prose. Offsets are in the block. */
export interface Inline extends Span {
  readonly kind: 'emphasis' | 'strong' | 'strikethrough' | 'code' | 'link' | 'image' | 'quotation';
  /** For `link` and `image`: the destination as written; for a reference link, the resolved one where there is a definition. */
  readonly href?: string;
  /** For `link`: what the reader sees, in block offsets. */
  readonly label?: Span;
}

/** One sentence of a block. `start` and `end` are offsets in the block; `text` is the block's prose between them. */
export interface Sentence extends Span {
  readonly text: string;
  /** True where the sentence asks: it ends in a question mark. */
  readonly question: boolean;
  /** Citations that stand in the sentence or right behind its final punctuation, in order. */
  readonly citations: readonly Citation[];
}

/** The ways in which a source is given (catalogue 0.6). `placeholder` is `[citation needed]` and its like: no source, but a promise of one. A `link` is any link: whether its address is a source is for rules to judge; wiki links have no `href`. */
export type CitationForm =
  | 'footnote'
  | 'inline-note'
  | 'key'
  | 'numeric'
  | 'superscript'
  | 'author-year'
  | 'link'
  | 'identifier'
  | 'command'
  | 'source-line'
  | 'placeholder';

/** A persistent identifier of a publication or trial. `value` is normalised: a DOI without prefix, a PMID as digits. */
export interface Identifier {
  readonly type: 'doi' | 'pmid' | 'pmcid' | 'nct' | 'isrctn' | 'arxiv' | 'isbn';
  readonly value: string;
}

/** One mark by which the text points to a source. Offsets are in the block. */
export interface Citation extends Span {
  readonly form: CitationForm;
  /** Footnote labels, bibliography keys, reference numbers, or `Smith 2020` for author-year; empty for links and identifiers. */
  readonly keys: readonly string[];
  /** The address, for links; for numbers that link into the article's own list, the anchor. */
  readonly href?: string;
  /** The reader's words of a link; the words of a note, of a source line, of a placeholder. */
  readonly label?: string;
  readonly identifier?: Identifier;
}

/**
 * A block of prose, free of its place in the file, so that an unchanged block stays the very same object from edit to edit
 * and whatever was worked out for it can be kept (see the memo).
 *
 * `prose` is as long as `text`: markup, code, URLs, entities and template tags are turned to spaces, so an offset in the
 * prose is an offset in the source of the block, and a phrase is found across bold and across a soft line break.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly zone: Zone;
  /** Heading level 1 to 6; 0 for a heading without marks and for anything else. */
  readonly level: number;
  readonly text: string;
  readonly prose: string;
  /** False where the block is not English (another script or language): rules stay silent there. */
  readonly english: boolean;
  /** The prose of the nearest heading (marked, bare or a bold line) above, trimmed, white space as one space; empty before the first. */
  readonly section: string;
  /**
   * For list items: the last sentence above the list if it ends in a colon or has no full stop, or the item above a nested list.
   * For table cells: the prose of the column's header cell. Else empty.
   */
  readonly leadIn: string;
  /**
   * Citations that stand elsewhere and cover this block too: on the lead-in line, in the table's caption, column head or row, in a
   * `Source: …` line or a list of sources right below. Their offsets are in the blocks where they stand.
   */
  readonly inherited: readonly Citation[];
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly inlines: readonly Inline[];
}

/** A block (or what a rule found in it) together with the place in the file where the block starts. */
export interface Placed<T> {
  readonly start: number;
  readonly value: T;
}

/** The metadata at the top of a file. `data` is what it says; empty where it can't be parsed. Offsets are in the file. */
export interface FrontMatter extends Span {
  readonly format: 'yaml' | 'toml';
  /** The text between the fences. */
  readonly body: Span;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the parser said where the metadata is malformed. */
  readonly problem?: string;
}

/** A source that the article lists: a footnote's definition or an entry of the list at the end. Offsets are in the file. */
export interface Reference extends Span {
  /** The footnote's label, the entry's number as text, or the key of a CSL-like list; empty for an unnumbered entry. */
  readonly key: string;
  readonly kind: 'footnote' | 'entry';
  readonly text: string;
  readonly identifiers: readonly Identifier[];
  readonly hrefs: readonly string[];
}

/** A suppression comment: HTML `<!-- health-lint-disable-next-line RULE -->` or MDX `{/* … *​/}`. Offsets are in the file. */
export interface Directive extends Span {
  readonly action: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  /** Rule ids; empty means every rule. */
  readonly rules: readonly string[];
}

/** The few facts about the whole article that a rule may see while it reads one block. `key` names them all: equal key, equal facts. */
export interface ArticleContext {
  readonly key: string;
  /** A list of sources at the end, and whether it is numbered. */
  readonly hasReferences: boolean;
  readonly numberedReferences: number;
  /** The form in which the article cites most, where it cites at all. */
  readonly citationStyle: CitationForm | undefined;
  /** True where a heading opens the methods of a study: what its results say is the authors' own work. */
  readonly ownStudy: boolean;
  /** True for the MDX dialect: `{}` and `<Component>` are code. */
  readonly mdx: boolean;
}

/** A file, read. Everything here follows from `text` alone. */
export interface Article {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** Blocks in the order of the file. */
  readonly blocks: readonly Placed<Block>[];
  readonly references: readonly Reference[];
  /** Where the list of sources at the end stands, from its heading to its end. */
  readonly referencesSection: Span | undefined;
  /** `[label]: destination` definitions, by lower-cased label. */
  readonly linkDefinitions: ReadonlyMap<string, Reference>;
  readonly directives: readonly Directive[];
  readonly context: ArticleContext;
  /** The line ending the file uses most; what fixes must insert. */
  readonly lineEnding: '\n' | '\r\n';
}
