/** The words that label people, as the lexicon lists them, and the guidelines that speak about them. */
import { createPhrases, type Phrases } from '../english/phrases.js';
import type { Source } from '../engine/rule.js';
import stigmatizing from '../lexicon/data/wording/stigmatizing.txt';
import { once } from '../lexicon/once.js';
import { readTable } from '../lexicon/table.js';
import { wordSet } from './word-sets.js';

export const STIGMA_KINDS = ['phrase', 'label', 'homograph', 'group', 'adjective', 'predicate', 'abuse', 'victim', 'verb'] as const;
export type StigmaKind = (typeof STIGMA_KINDS)[number];
export type StigmaLevel = 'warning' | 'information' | 'strict';

/** One row of the lexicon. */
export interface StigmaRow {
  readonly kind: StigmaKind;
  /** Singular; for the other kinds the words themselves. */
  readonly words: string;
  /** For labels and victims. */
  readonly plural?: string;
  /** What to write instead; undefined where the sentence must be rewritten. */
  readonly instead?: string;
  readonly insteadPlural?: string;
  readonly guideline: string;
  readonly level: StigmaLevel;
  readonly condition: string;
}

/** What the guideline column stands for. */
export const GUIDELINES: Readonly<Record<string, Source>> = {
  NIDA: { title: 'NIDA Words Matter', url: 'https://nida.nih.gov/nidamed-medical-health-professionals/health-professions-education/words-matter-terms-to-use-avoid-when-talking-about-addiction' },
  AMA: { title: 'AMA Manual of Style 11.12', url: 'https://www.amamanualofstyle.com/' },
  APA: { title: 'APA Style: Bias-free language', url: 'https://apastyle.apa.org/style-grammar-guidelines/bias-free-language' },
  CDC: { title: 'CDC Health Equity Guiding Principles for Inclusive Communication', url: 'https://www.cdc.gov/health-communication/php/toolkit/health-equity.html' },
  NCDJ: { title: 'NCDJ Disability Language Style Guide', url: 'https://ncdj.org/style-guide/' },
  AFSP: { title: 'AFSP and Samaritans: reporting on suicide', url: 'https://reportingonsuicide.org/' },
  UNAIDS: { title: 'UNAIDS Terminology Guidelines', url: 'https://www.unaids.org/en/resources/documents/2015/2015_terminology_guidelines' },
  ADA: { title: 'The use of language in diabetes care and education', url: 'https://doi.org/10.2337/dci17-0041' },
  OAC: { title: 'Obesity Action Coalition: people-first language', url: 'https://www.obesityaction.org/action-through-advocacy/weight-bias/people-first-language/' },
  GLAAD: { title: 'GLAAD Media Reference Guide', url: 'https://glaad.org/reference/' },
};

/** Every row, in the order of the file. */
export const stigmaRows: () => readonly StigmaRow[] = once(() =>
  readTable(stigmatizing).map(([kind, words = '', instead = '', guideline = '', level = '', condition = '']) => {
    const [singular = '', plural] = words.split('/');
    const [one = '', many] = kind === 'label' || kind === 'homograph' || kind === 'victim' ? instead.split('/') : [instead];
    return {
      kind: kind as StigmaKind,
      words: singular,
      ...(plural === undefined ? {} : { plural }),
      ...(one === '' || one === '-' ? {} : { instead: one }),
      ...(many === undefined || many === '-' ? {} : { insteadPlural: many }),
      guideline,
      level: level as StigmaLevel,
      condition,
    };
  }),
);

/** Where a row's words stand in a text: the row and whether they are its plural. */
export interface StigmaEntry {
  readonly row: StigmaRow;
  readonly plural: boolean;
}

/** All words of the rows but verbs, each with the rows that it belongs to; longest match first. */
export const stigmaPhrases: () => Phrases<readonly StigmaEntry[]> = once(() => {
  const byWords = new Map<string, StigmaEntry[]>();
  const add = (words: string, entry: StigmaEntry): void => {
    const key = words.toLowerCase();
    const list = byWords.get(key);
    if (list) list.push(entry);
    else byWords.set(key, [entry]);
  };
  for (const row of stigmaRows()) {
    if (row.kind === 'verb') continue;
    if (row.kind === 'abuse') add(`${row.words} abuse`, { row, plural: false });
    else if (row.kind === 'victim') {
      add(`${row.words} victim`, { row, plural: false });
      add(`${row.words} victims`, { row, plural: true });
    } else {
      add(row.words, { row, plural: false });
      if (row.plural !== undefined) add(row.plural, { row, plural: true });
    }
  }
  return createPhrases(byWords);
});

/** A phrase that ends in one of these wakes the rule by its first word. */
const COMMON = wordSet('common-cue');
const ALWAYS = ['suffer', 'suffers', 'suffered', 'suffering', 'sufferer', 'sufferers', 'afflicted', 'stricken', 'clean', 'abuse', 'abuses', 'abused', 'abusing', 'failed', 'nonobese', 'nondiabetic'];

/** The words that wake the rule: the last word of each row, or the first where the last is common. */
export function stigmaCues(): readonly string[] {
  const cues = new Set(ALWAYS);
  const add = (words: string): void => {
    const parts = words.toLowerCase().split(' ');
    const last = parts.at(-1)!;
    cues.add(!COMMON.has(last) ? last : last.startsWith('user') ? last : parts[0]!);
  };
  for (const row of stigmaRows()) {
    if (row.kind === 'verb') continue;
    if (row.kind === 'abuse') cues.add('abuse');
    else if (row.kind === 'victim') cues.add('victim').add('victims');
    else {
      add(row.words);
      if (row.plural !== undefined) add(row.plural);
    }
  }
  return [...cues];
}
