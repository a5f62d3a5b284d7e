/** Quick fixes that help to find a source: from the bibliography, by an identifier, or by a search in the browser. */
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { searchQuery, sentenceAt, type PlacedSentence } from '../../rules/citations/search-query.js';
import { claimsOf } from '../../rules/english/claims.js';
import type { Article, Bibliography, Finding } from '../../rules/index.js';
import { coveringCitations } from '../../rules/citations/coverage.js';
import { CLIENT_COMMANDS, type SentencePlace } from '../protocol.js';

/** Findings of `missing-citation` about the whole article: no single sentence is meant. */
const WHOLE_ARTICLE: readonly unknown[] = ['no-sources', 'untied-references'];

/**
 * The actions for findings that want a source, or stand on a claim without one; once for a sentence. They only name commands of the client:
 * nothing is looked up or sent before a person chooses one.
 * @param about the shown diagnostics of a finding: the editor lists actions with them before those without.
 */
export function sourceActions(
  findings: readonly Finding[],
  document: TextDocument,
  article: Article,
  bibliography: Bibliography | undefined,
  about: (finding: Finding) => Pick<CodeAction, 'diagnostics'>,
): CodeAction[] {
  const done = new Set<number>();
  return findings.flatMap((finding) => {
    const placed = sentenceAt(article, finding.start);
    if (!placed || !wantsSource(finding, placed)) return [];
    const start = placed.start + placed.sentence.start;
    if (done.has(start)) return [];
    done.add(start);
    return actionsFor(placed, { uri: document.uri, position: document.positionAt(finding.start) }, (bibliography?.entries.length ?? 0) > 0).map((action) => ({ ...action, ...about(finding) }));
  });
}

function wantsSource({ rule, data }: Finding, { sentence, block }: PlacedSentence): boolean {
  if (rule === 'missing-citation') return !WHOLE_ARTICLE.includes(data?.reason);
  return block.zone === 'body' && claimsOf(sentence, block).length > 0 && coveringCitations(sentence, block).length === 0;
}

function actionsFor(placed: PlacedSentence, place: SentencePlace, hasBibliography: boolean): CodeAction[] {
  const query = searchQuery(placed);
  const actions: (readonly [string, string, unknown])[] = [
    ...(hasBibliography ? [['Pick a source from the bibliography …', CLIENT_COMMANDS.insertCitation, place] as const] : []),
    ['Insert a DOI, PMID or URL …', CLIENT_COMMANDS.insertReference, place],
    ...(query === '' ? [] : [['Search PubMed for this claim', CLIENT_COMMANDS.searchPubMed, query] as const, ['Search Cochrane for this claim', CLIENT_COMMANDS.searchCochrane, query] as const]),
  ];
  return actions.map(([title, command, argument]) => ({ title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [argument] } }));
}
