/** Markdown text to an article. */
import type { Article, Block } from './article.js';

/** PLACEHOLDER until the real parser lands: paragraphs by blank line, sentences by full stop. */
export function parseArticle(text: string, _previous?: Article): Article {
  const blocks: { start: number; value: Block }[] = [];
  for (const m of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    const prose = m[0];
    const sentences = [...prose.matchAll(/[^\s][^]*?(?:[.!?](?=\s|$)|$)/g)].map((s) => ({ start: s.index, end: s.index + s[0].length, text: s[0], question: s[0].endsWith('?'), citations: [] }));
    blocks.push({ start: m.index, value: { kind: 'paragraph', zone: 'body', level: 0, text: prose, prose, english: true, section: '', leadIn: '', inherited: [], sentences, citations: [], inlines: [] } });
  }
  return {
    text, frontMatter: undefined, blocks, references: [], referencesSection: undefined, linkDefinitions: new Map(), directives: [],
    context: { key: '', hasReferences: false, numberedReferences: 0, citationStyle: undefined, mdx: false }, lineEnding: '\n',
  };
}
