/** Why a sentence needs a source: every cue in it, strongest reason first. */
import type { Block, Sentence } from '../article/article.js';
import { bySentence } from '../article/sentence-memory.js';
import { tokensOf } from '../english/tokens.js';
import { agencyCues } from './agency-cues.js';
import { REASONS, type Cue, type Reading } from './cue.js';
import { cuePhrasesOf } from './cue-phrases.js';
import { isExempt } from './exemptions.js';
import { findingCue } from './finding-cues.js';
import { numberCues } from './number-cues.js';
import { quotationCues } from './quotation-cues.js';
import { researchCues } from './research-cues.js';
import { treatmentCues } from './treatment-cues.js';

/** All cues of a sentence that nothing exempts, in the order of `REASONS`; within a reason in the order of the text. Worked out once for each sentence. */
export const cuesOf: (sentence: Sentence, block: Block) => readonly Cue[] = bySentence(readCues);

function readCues(sentence: Sentence, block: Block): Cue[] {
  if (sentence.question) return [];
  const tokens = tokensOf(sentence);
  if (tokens.length < 3) return [];
  const reading: Reading = { sentence, block, tokens, phrases: cuePhrasesOf(tokens) };
  const found: Cue[] = [
    ...numberCues(reading),
    ...agencyCues(reading),
    ...researchCues(reading),
    ...treatmentCues(reading),
    ...quotationCues(reading),
  ];
  if (found.length === 0) found.push(...findingCue(reading));
  if (found.length === 0) return found;
  const exempt = isExempt(reading);
  // Where opinion is marked in the same sentence (`some say that studies show`), that mark is enough.
  const vague = reading.phrases.find(({ reason }) => reason === 'vague');
  const focus = vague && { start: tokens[vague.from]!.start, end: tokens[vague.to - 1]!.end };
  return found
    .map((cue) => (focus && cue.reason === 'research-attribution' ? { ...cue, focus } : cue))
    .filter((cue) => !exempt(cue))
    .sort((a, b) => REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || a.start - b.start);
}
