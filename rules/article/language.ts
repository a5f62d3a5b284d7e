/** Tells English from other languages by script and by the commonest words, for each block and for the article. */

/** What a block says about its language. */
export interface LanguageEvidence {
  /** Letters that are not Latin (Greek letters, common in English science, are not counted). */
  readonly foreignLetters: number;
  readonly latinLetters: number;
  readonly words: number;
  readonly english: number;
  readonly other: number;
}

// Words that are also common in another language decide nothing and are left out: to, do, on, by, in, an, was, at, so, as, or, no, is, we, he …
const ENGLISH = new Set(words('the of and that for with are be this from have not they which you has but their may more its been if one all there will when who some these than were other into about your how most between such what our she any could should would over using during because while people help without it can use used up out after'));
const OTHER = new Set(words(`
  der die das und ist nicht mit für auf ein eine dem sich auch wird sind zu im zur zum durch werden kann haben hat wie über nach einer eines einem wenn sie aber nur noch oder
  et est une dans pour que qui avec par sont aux ce cette ou être peut mais ses leur elle ils vous nous chez ont
  es una para por se su como más pero sus lo entre cuando muy sobre también puede están las
  che è della dei delle gli nel alla anche più come questo essere può sono nella
  uma não com são mais também sua seu ao pode ser em dos
  het een niet dat voor met zijn aan ook naar wordt worden deze
  jest nie się że oraz przez lub może są jako
  je jsou není jako nebo může muze při pri také take který ktery která ktera které ktere pouze podle mezi jeho jejich pokud více vice byl byla bylo být byt jsem když kdyz tak ze az ve ke jen
  och att det är som på av med inte ett har eller vid
  og ikke til som er det
`));
// Elsewhere these are names, abbreviations or English.
for (const word of words('die also per den son man men ze come take plus as em ser med har het er es por su lo ce ou tak par az')) OTHER.delete(word);
/** Single letters that are words in other languages only. */
const LONE_LETTERS = /^[vzuwy]$/;

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** Longer blocks are judged by their first part. */
const SAMPLE = 600;
// A letter behind a digit is a unit (`4u`), not a word.
const WORD = /(?<![\p{L}\p{N}])[\p{L}’']+/gu;

/** Counts the evidence in a block's prose. */
export function measureLanguage(prose: string): LanguageEvidence {
  const sample = prose.length > SAMPLE ? prose.slice(0, SAMPLE) : prose;
  let foreignLetters = 0;
  let latinLetters = 0;
  let words = 0;
  let english = 0;
  let other = 0;
  for (const match of sample.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    const code = word.charCodeAt(0);
    if (code < 0x370 || (code >= 0x1e00 && code < 0x2000)) {
      latinLetters += word.length;
      words++;
      if (ENGLISH.has(word)) {
        // A loan such as `wash-out` or `follow-up` is no English sentence.
        if (!isCompound(sample, match.index, match.index + word.length)) english++;
      } else if (OTHER.has(word) || LONE_LETTERS.test(match[0]) || (word.length > 3 && /[äöüßéèêëàâçñõãåøæłśćżźčřšžýěůőűğş]/.test(word) && !/^[\p{Lu}]/u.test(match[0]))) other++;
    } else if (!(code < 0x400)) {
      foreignLetters += word.length;
    } else if (word.length > 2) {
      foreignLetters += word.length;
    }
  }
  return { foreignLetters, latinLetters, words, english, other };
}

/** Whether the word from `start` to `end` is joined to another one by a hyphen. */
function isCompound(text: string, start: number, end: number): boolean {
  return text[start - 1] === '-' || text[end] === '-';
}

/** No evidence at all. */
export const NO_EVIDENCE: LanguageEvidence = { foreignLetters: 0, latinLetters: 0, words: 0, english: 0, other: 0 };

/** The evidence of `all` and that of `more`, counted `times` (-1 takes it away again). */
export function addEvidence(all: LanguageEvidence, more: LanguageEvidence, times = 1): LanguageEvidence {
  return {
    foreignLetters: all.foreignLetters + times * more.foreignLetters,
    latinLetters: all.latinLetters + times * more.latinLetters,
    words: all.words + times * more.words,
    english: all.english + times * more.english,
    other: all.other + times * more.other,
  };
}

/** Whether an article with this evidence in all its blocks is English. Without evidence it counts as English. */
export function isEnglishArticle({ foreignLetters, latinLetters, words, english, other }: LanguageEvidence): boolean {
  // A script without spaces says as much in half the letters.
  if (foreignLetters * 2 > latinLetters || other > english) return false;
  // Hardly any small words of English, and some of another language: lists and tables in that language.
  return !(words > 60 && english < 0.05 * words && other > 0.012 * words);
}

/** Whether a block is English: by its own words where they say so, else like its article. */
export function isEnglishBlock(evidence: LanguageEvidence, article: boolean): boolean {
  const letters = evidence.foreignLetters + evidence.latinLetters;
  if (letters > 0 && evidence.foreignLetters > 0.4 * letters) return false;
  if (evidence.words >= 4) {
    if (evidence.other >= 2 && evidence.other > evidence.english) return false;
    // In an article of another language a tie is that language with an English name in it.
    const least = article ? evidence.other : evidence.other + 1;
    if (evidence.english >= 1 && evidence.english >= least && evidence.english >= 0.04 * evidence.words) return true;
  }
  return article;
}
