/** What kind of source an address is: journal, agency, shop, social medium …, by its host. */
import hosts from '../lexicon/data/hosts/source-hosts.txt';
import { readTable } from '../lexicon/table.js';

export type HostKind = 'publication' | 'agency' | 'university' | 'society' | 'preprint' | 'shop' | 'social' | 'wiki' | 'blog' | 'press' | 'news';

/** Kinds that strict mode takes as sources. */
export const TRUSTED_KINDS: ReadonlySet<HostKind> = new Set(['publication', 'agency', 'university', 'society']);

/** An external address taken apart. */
export interface Address {
  /** Lower case, without `www.`. */
  readonly host: string;
  /** From the first slash on; empty for a bare host. */
  readonly path: string;
}

const EXTERNAL = /^(?:https?:)?\/\/(?:[^/?#@\s]*@)?([^/?#:\s]+)(?::\d*)?([^\s]*)$/i;

/** The parts of an external http(s) address; undefined for relative ones, anchors, `mailto:` and the like. */
export function addressOf(href: string): Address | undefined {
  const match = EXTERNAL.exec(href.trim());
  if (!match || !match[1]!.includes('.')) return undefined;
  return { host: match[1]!.toLowerCase().replace(/^www\d?\./, '').replace(/\.$/, ''), path: match[2]! };
}

/** True where the address is a site's front page and so names no document. */
export function isHomePage({ path }: Address): boolean {
  return /^\/?(?:index\.\w+)?(?:[?#].*)?$/.test(path);
}

/** True where `host` is `entry` or below it; `.gov` stands for every host that ends so. */
export function hostMatches(host: string, entry: string): boolean {
  const wanted = entry.toLowerCase().replace(/^\*\./, '');
  if (wanted.startsWith('.')) return host.endsWith(wanted);
  return host === wanted || host.endsWith(`.${wanted}`);
}

/** The kind of a host, by the longest entry of the list that fits; else by what its name says. */
export function kindOfHost(host: string): HostKind | undefined {
  const table = kinds();
  for (let at = 0; at !== -1 && at < host.length; at = host.indexOf('.', at + 1)) {
    const rest = host.slice(at);
    const kind = table.get(rest) ?? (rest.startsWith('.') ? table.get(rest.slice(1)) : undefined);
    if (kind) return kind;
  }
  return SHOP_WORD.test(host) ? 'shop' : BLOG_WORD.test(host) ? 'blog' : undefined;
}

// Sellers name themselves so; `store` inside `restore` or `shop` inside `bishop` doesn't count.
const SHOP_WORD = /(?:^|[.-])(?:shop|store|buy|order|vendor|deals|coupons?|wholesale|apothecary|supplements?|vitamins|herbals?|nutraceuticals?|kratoms?|cbd)(?=[.-]|$)|(?:^|[.-])(?!\w*bishop\.|\w*restore\.)\w*(?:shop|store|vendors?|wholesale)\.[a-z]+$/;
const BLOG_WORD = /(?:^|[.-])blogs?(?=[.-]|$)/;

let table: ReadonlyMap<string, HostKind> | undefined;

function kinds(): ReadonlyMap<string, HostKind> {
  return (table ??= new Map(readTable(hosts).map(([host = '', kind = '']) => [host, kind as HostKind])));
}
