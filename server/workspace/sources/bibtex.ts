/** Reads `.bib` files (BibTeX and BibLaTeX, as Zotero and JabRef write them). */
import { parse, type Creator } from '@retorquere/bibtex-parser';
import type { LocatedEntry, ReadBibliography } from './entry.js';

/** Where each entry's key stands: `@article{key,`. */
const ENTRY_HEAD = /@\s*([A-Za-z]+)\s*[{(]\s*([^\s,{}()"#%']+)\s*,/g;

/** The entries of a `.bib` file. An entry that can't be read is a problem; the others are there. */
export function readBibtex(text: string, location: string): ReadBibliography {
  const { entries, errors } = parse(text, { sentenceCase: false, verbatimFields: ['doi', 'url', 'pmid'], unsupported: 'ignore' });
  const offsets = new Map([...text.matchAll(ENTRY_HEAD)].map((head) => [head[2]!, head.index + head[0].indexOf(head[2]!, head[1]!.length + 1)]));
  return {
    entries: entries.flatMap((entry): LocatedEntry[] => {
      const { fields, key } = entry;
      if (!key || Object.keys(fields).length === 0) return [];
      const field = (name: string): string => textOf((fields as Record<string, unknown>)[name]);
      const doi = field('doi').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
      const pmid = field('pmid') || (field('eprinttype').toLowerCase() === 'pubmed' ? field('eprint') : '');
      const container = field('journal') || field('journaltitle') || field('booktitle') || field('publisher');
      return [
        {
          key,
          title: field('title'),
          authors: (fields.author ?? fields.editor ?? []).map(nameOf).filter((name) => name !== ''),
          year: /\d{4}/.exec(field('year') || field('date'))?.[0] ?? '',
          ...(doi ? { doi } : {}),
          ...(pmid ? { pmid } : {}),
          ...(container ? { container } : {}),
          location,
          offset: offsets.get(key) ?? 0,
        },
      ];
    }),
    problems: errors.map(({ error }) => error),
  };
}

function nameOf({ name, lastName, firstName, prefix }: Creator): string {
  const family = [prefix, lastName].filter(Boolean).join(' ');
  return (name ?? [family, firstName].filter(Boolean).join(', ')).normalize('NFC');
}

/** LaTeX accents come out as combining characters; everybody else writes composed ones. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().normalize('NFC') : Array.isArray(value) ? value.map(textOf).join(', ') : '';
}
