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

const ENGLISH = new Set('the of and to in is that for it as with on are be by this was from or an have not they at which can has you but their may more its been if one all there will when who also some these than were do other into about your how after most between such what we our he she his her out any no up should could would over use used using during because while people help without'.split(' '));
const OTHER = new Set([
  ...'der die das und ist nicht mit für von den auf ein eine dem des sich auch wird bei sind oder als zu im zur zum durch werden kann haben hat wie über nach einer eines einem wenn sie aber nur noch'.split(' '),
  ...'le la les des est et une dans pour que qui sur avec par pas plus sont du au aux ce cette ou être peut comme mais ses leur elle il ils vous nous'.split(' '),
  ...'el los las y es una que con por para del se su como más pero sus al lo entre cuando muy sin sobre también puede son está'.split(' '),
  ...'il di che è non una per sono con della dei delle gli nel alla anche più come questo essere può'.split(' '),
  ...'o os um uma não com para dos das em mais por ao é são como ser pode também sua seu na no nos'.split(' '),
  ...'de het een en van is niet op te dat die voor met zijn aan er ook bij naar wordt kan door maar worden'.split(' '),
  ...'w na jest nie się że do z oraz przez lub może są od po jako'.split(' '),
  ...'je se na že není ktere jsou pro které jako ale nebo může při také byl pri pak si jsem by kdyz tak ze ma jeho by'.split(' '),
  ...'och att det är som en på för av med den till inte om ett kan har de eller vid'.split(' '),
]);
// Words of both lists decide nothing.
for (const word of ['is', 'in', 'an', 'or', 'of', 'to', 'no', 'on', 'at', 'do', 'by', 'me', 'he', 'we', 'as', 'was', 'die', 'also', 'per', 'a', 'i', 'den', 'over', 'use', 'son', 'all', 'her', 'if', 'be', 'it', 'for', 'there', 'one', 'has', 'man', 'men', 'can', 'some', 'o', 'y', 'w', 'z', 'e', 'con', 'pro', 'bei', 'il', 'plus', 'sur', 'comment', 'pas', 'des', 'du', 'el', 'los', 'las', 'la', 'le', 'de', 'del', 'al', 'dos', 'das', 'sin', 'van', 'von', 'ma', 'om', 'si', 'te', 'op', 'er', 'el', 'til', 'era', 'em', 'os', 'um', 'na', 'nos', 'non', 'ser', 'so']) OTHER.delete(word);
/** Longer blocks are judged by their first part. */
const SAMPLE = 600;
const WORD = /[\p{L}’']+/gu;

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
      if (ENGLISH.has(word)) english++;
      else if (OTHER.has(word) || (word.length > 3 && /[äöüßéèêëàâçñõãåøæłśćżźčřšžýěůőűğş]/.test(word) && !/^[\p{Lu}]/u.test(match[0]))) other++;
    } else if (!(code < 0x400)) {
      foreignLetters += word.length;
    } else if (word.length > 2) {
      foreignLetters += word.length;
    }
  }
  return { foreignLetters, latinLetters, words, english, other };
}

/** Adds up the evidence of an article, then judges its blocks. */
export interface LanguageCount {
  add(evidence: LanguageEvidence): void;
  /** Whether a block is English: by its own words where it has enough of them, else like its article. */
  isEnglish(evidence: LanguageEvidence): boolean;
}

/** An empty count. An article without evidence counts as English. */
export function languageCount(): LanguageCount {
  let foreignLetters = 0;
  let latinLetters = 0;
  let english = 0;
  let other = 0;
  return {
    add(evidence) {
      foreignLetters += evidence.foreignLetters;
      latinLetters += evidence.latinLetters;
      english += evidence.english;
      other += evidence.other;
    },
    isEnglish(evidence) {
      const letters = evidence.foreignLetters + evidence.latinLetters;
      if (letters > 0 && evidence.foreignLetters > 0.4 * letters) return false;
      if (evidence.words >= 4) {
        if (evidence.other >= 2 && evidence.other > evidence.english) return false;
        if (evidence.english >= 1 && evidence.english >= evidence.other) return true;
      }
      // A script without spaces says as much in half the letters.
      return foreignLetters * 2 <= latinLetters && other <= english;
    },
  };
}
