/** What makes a cue no statement that needs a source: personal experience, talk about the article itself, research still to be done, conditions. */
import type { Cue, Reading } from './cue.js';

/** Says of one cue whether something exempts it. */
export type Exemption = (cue: Cue) => boolean;

// `I` as a person, not as a numeral (Schedule I, phase I, type I).
const FIRST_SINGULAR = /(?:^|[^\w-])(?:(?<!\b(?:[Ss]chedule|[Pp]hase|[Tt]ype|[Cc]lass|[Gg]rade|[Ss]tage|[Tt]ier|[Pp]art|[Tt]able|[Gg]roup|[Cc]ategory|[Ll]evel|[Aa]xis|[Cc]omplex|[Ff]actor|[Tt]roponin|[Aa]ngiotensin|HLA|MHC|[Bb]ipolar|CAS|World\s+War)\s{1,3})I(?=\s+[a-z])|I['’](?:m|ve|d|ll)\b|[Mm]y\s+(?:own\s+)?(?:experience|practice|patients?|clients?|case|doctor|husband|wife|partner|family|body|sleep|symptoms|mother|father|son|daughter|dose|life)\b|[Hh]elped\s+me\b|\bfor\s+me\b)/;

// The authors' own work.
const OWN_WORK = new RegExp(
  `\\b(?:${[
    'we\\s+(?:\\w+ly\\s+|also\\s+|have\\s+|had\\s+|then\\s+|therefore\\s+|here\\s+|first\\s+|next\\s+|previously\\s+|further\\s+|did\\s+|were\\s+|are\\s+|will\\s+|plan\\s+to\\s+|aim\\s+to\\s+|not\\s+)*(?:found|find|observed|report(?:ed)?|show(?:ed|n)?|demonstrated?|investigat(?:e|ed)|examined?|evaluated?|assess(?:ed)?|measured?|used?|using|conducted?|perform(?:ed)?|analy[sz]ed?|enrolled|recruit(?:ed)?|hypothesi[sz]ed?|aim(?:ed)?|sought|compared?|stud(?:y|ied)|test(?:ed)?|develop(?:ed)?|designed|identified|selected|included?|excluded|calculated|collect(?:ed)?|obtained|administered|randomi[sz]ed|determined?|confirm(?:ed)?|present(?:ed)?|describe[sd]?|chose|choose|adopted|expect(?:ed)?|propose[sd]?|focus(?:ed)?|explore[sd]?|consider(?:ed)?|conclude[sd]?|believe|monitor(?:ed)?|applied|apply|planned|intend(?:ed)?|undertook|carried|employed|wanted|interested|able)',
    'our\\s+(?:\\w+\\s+)?(?:study|studies|trial|results?|findings?|data|cohort|analys[ei]s|hypothes[ie]s|aims?|objectives?|group|laboratory|sample|model|approach|work|experiments?|knowledge|protocol|team\\s+found|centre|center|institution|department)',
    '(?:the\\s+)?(?:present|current)\\s+(?:\\w+\\s+)?(?:study|trial|investigation|analysis|work|paper|report|review|protocol|manuscript)',
    'in\\s+this\\s+(?:study|trial|paper|report|manuscript)',
    'this\\s+(?:paper|manuscript)',
    'to\\s+(?:the\\s+best\\s+of\\s+)?our\\s+knowledge',
  ].join('|')})\\b`,
  'i',
);

// The article speaks of itself and of what it is going to say.
const SELF_REFERENCE = new RegExp(
  `\\b(?:${[
    '(?:this|our|the\\s+following|the\\s+present)\\s+(?:\\w+\\s+)?(?:article|post|page|guide|blog|review|section|chapter|handout|leaflet|overview|summary|series|book|website|site|video|podcast|episode|document|fact\\s*sheet|newsletter|thread|table|list|tool|app)',
    "(?:we|we['’]ll|let['’]s|let\\s+us|i['’]ll)\\s+(?:will\\s+|shall\\s+|are\\s+going\\s+to\\s+|now\\s+|also\\s+|then\\s+)*(?:explore|review|discuss|look|examine|cover|delve|dive|explain|break\\s+down|walk|go\\s+over|unpack|see|share|summari[sz]e|take\\s+a)",
    "(?:here['’]s|here\\s+(?:is|are)|learn|find\\s+out|discover|read\\s+on|see)\\s+(?:more\\s+about\\s+)?(?:what|how|why|whether|which|the)",
    'what\\s+(?:the\\s+)?(?:\\w+\\s+)?(?:research|science|evidence|stud(?:y|ies)|data|experts?)\\s+(?:says?|shows?|tells?|suggests?|show)',
    '(?:in|on|below|throughout)\\s+this\\s+(?:article|page|guide|post|section|review)',
  ].join('|')})\\b`,
  'i',
);

const CONDITION = /^\W*(?:if|unless|suppose|imagine|assuming|even\s+if|were)\b/i;

// The cue stands in a condition: `if the prevalence is above 5%`, `in areas where more than 20% …`; not after `, where`, which tells.
const THRESHOLD_CLAUSE = /(?:\b(?:if|unless|whether)|[^,\s]\s+(?:in\s+(?:areas|settings|regions|countries|places)\s+)?where)\b[^,;.]*$/i;

/** The reasons that talk of the article's own contents or of future work takes away. */
const REPORTING = new Set(['research-attribution', 'regulatory', 'established-knowledge', 'finding', 'quotation', 'history']);

export function isExempt({ sentence, tokens, phrases }: Reading): Exemption {
  const { text, start } = sentence;
  if (FIRST_SINGULAR.test(text)) return () => true;
  const own = OWN_WORK.test(text);
  const self = SELF_REFERENCE.test(text);
  const condition = CONDITION.test(text);
  const firstComma = condition ? start + clauseEnd(text) : 0;
  const absences = phrases.filter(({ reason }) => reason === 'absence' || reason === 'activity').map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end }));
  return (cue) => {
    if (own) return true;
    if (self && REPORTING.has(cue.reason)) return true;
    if (condition && cue.start < firstComma) return true;
    if (THRESHOLD_CLAUSE.test(text.slice(0, cue.start - start))) return true;
    if (cue.reason === 'finding' && absences.length > 0) return true;
    return REPORTING.has(cue.reason) && absences.some((span) => span.start < cue.end && cue.start < span.end);
  };
}

/** Where a sentence's first clause ends: at its first comma, else at its end. */
function clauseEnd(text: string): number {
  const comma = text.search(/,(?:\s|$)/);
  return comma === -1 ? text.length : comma;
}
