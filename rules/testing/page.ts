/** Reads a rule's page: its title, sections and the examples that run as tests. */
import type { BadCase } from './cases.js';

export interface Page {
  readonly title: string;
  readonly sections: readonly string[];
  /** List items under `## Wrong`, with « » marks. */
  readonly wrong: readonly string[];
  /** List items under `## Right`. */
  readonly right: readonly string[];
}

export function readPage(markdown: string): Page {
  const [head = '', ...sections] = markdown.split(/^## /m);
  const body = (name: string): readonly string[] => {
    const section = sections.find((one) => one.startsWith(`${name}\n`)) ?? '';
    return [...section.matchAll(/^- (.+(?:\n {2}.+)*)/gm)].map((item) => item[1]!.replace(/\n {2}/g, '\n'));
  };
  return {
    title: /^# (.+)$/m.exec(head)?.[1] ?? '',
    sections: sections.map((one) => one.slice(0, one.indexOf('\n')).trim()),
    wrong: body('Wrong'),
    right: body('Right'),
  };
}

/** A list item of `## Wrong` as a case: `«marked» text → fixed text`. */
export function exampleOf(item: string): BadCase {
  const [marked, fixed] = item.split(' → ');
  return fixed === undefined ? marked! : [marked!, fixed];
}
