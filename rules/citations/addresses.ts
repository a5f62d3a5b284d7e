/** Where the addresses of a block's links stand in its source. */
import type { Block, Inline, Span } from '../article/article.js';

/** An address with its place in the block's text. */
export interface Address extends Span {
  readonly href: string;
  readonly link: Inline;
}

/** The addresses of links and images that are written out in the block; those of reference links stand elsewhere. */
export function addressesIn(block: Block): Address[] {
  return block.inlines.flatMap((link) => (link.kind === 'link' || link.kind === 'image' ? addressOf(link, block.text) ?? [] : []));
}

function addressOf(link: Inline, text: string): Address | undefined {
  const { start, end, href, label, kind } = link;
  if (href === undefined) return undefined;
  const from = label && kind === 'link' ? label.end : start;
  const at = href === '' ? -1 : text.indexOf(href, from);
  if (at !== -1 && at + href.length <= end) return { start: at, end: at + href.length, href, link };
  const empty = href === '' && /\]\(\s*\)$/.test(text.slice(start, end));
  return empty ? { start: end - 1, end: end - 1, href, link } : undefined;
}
