/** Quoted words of a document or an organisation: the reader must be able to find them. */
import type { Cue, Reading } from './cue.js';
import { agenciesIn } from './agency-cues.js';

const LEAST_WORDS = 6;
const WRITTEN = /\b(?:(?:report|study|paper|label|guidelines?|statement|letter|article|website|review|editorial|authors?|researchers|agency|document|warning|leaflet|press\s+release)\b[^"“”]{0,60}\b(?:says?|said|states?|stated|writes?|wrote|written|notes?|noted|concludes?|concluded|reads?|explains?|explained|warns?|warned|describes?|described|declares?|declared)|according\s+to)\b/i;
const SAYING = /\b(?:says?|said|states?|stated|writes?|wrote|notes?|noted|concludes?|concluded|reads?|explains?|explained|warns?|warned|describes?|described|declares?|declared|recommends?|recommended)\b/i;

/** A named speaker is the source of a spoken quotation; a document that is quoted has to be given. */
export function quotationCues({ sentence, block, tokens }: Reading): Cue[] {
  const quotations = block.inlines.filter(({ kind, start, end }) => kind === 'quotation' && start >= sentence.start && end <= sentence.end);
  const found: Cue[] = [];
  for (const { start, end } of quotations) {
    const quoted = block.prose.slice(start, end);
    if (quoted.split(/\s+/).filter((word) => /\w/.test(word)).length < LEAST_WORDS || /\?\W*$/.test(quoted)) continue;
    const around = `${block.prose.slice(sentence.start, start)} ${block.prose.slice(end, sentence.end)}`;
    const byAgency = SAYING.test(around) && agenciesIn(tokens).length > 0;
    if (WRITTEN.test(around) || byAgency) found.push({ reason: 'quotation', start, end, confidence: 0.55 });
  }
  return found;
}
