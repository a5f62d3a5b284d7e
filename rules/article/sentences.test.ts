import { describe, expect, it } from 'vitest';
import { parseArticle } from './parse.js';

/** `|` marks where a sentence ends; white space around it is not part of either. */
const ROWS: readonly string[] = [
  'Ginger is a root.|It grows in Asia.',
  'Take it with food, e.g. Rice or bread.|Then rest.',
  'It is mild, i.e. Not strong.|Rest.',
  'Adams et al. found less pain.|Baker et al. agreed.',
  'Found by Adams et al.|The trial was small.',
  'Ask Dr. Lee or Prof. Kim about St. John’s wort.|Then decide.',
  'The plant M. speciosa grows fast.|So does C. sativa in the sun.',
  'Vitamin C. The body needs it.'.replace('C. The', 'C.|The'),
  'He had hepatitis B.|It went away.',
  'J. R. Adams wrote it.|B. Chen read it.',
  'Take 2.5 mg of it.|Do not take 5.0 mg.',
  'Seen in Panax spp. and Salvia sp. in May.|And in June.',
  'Echinacea purpurea L. is a herb.|It is common.',
  'It works vs. placebo.|It may not work vs. sleep.',
  'See Fig. 2 and No. 4 for it.|See it soon.',
  'It costs approx. 5 dollars, ca. 4 euros.|Cheap.',
  'Fish, nuts, etc. are rich in it.|Eat fish, nuts, etc.|They help.',
  'The U.S. Food and Drug Administration warned.|In the U.S. it is legal.',
  'It is sold in the U.S.|It is banned elsewhere.',
  'Take it at 8 a.m. and 6 p.m. every day.|Rest at 9 p.m.|Then sleep.',
  'It was given p.o. for a week.|Then i.v. for two.',
  'Does it help?|Nobody knows!|Really.',
  'She said, “It helped me.”|He did not agree.',
  'She asked, “Does it help?”|He nodded.',
  '(It may cause drowsiness.)|Do not drive.',
  'It may help (see below.)|Then stop.',
  'He said "stop." She stopped.'.replace('." S', '."|S'),
  'See example.com or version 1.2.3 of it.|Then go.',
  'It ended.Then it began.'.replace('.T', '.|T'),
  'Wait… what is it?|A root…|It is.',
  'It has 3 parts.|5 mg is enough.',
  'It works well.|α-Lipoic acid does too.'.replace('α', 'Α'),
  'The pH is low.|pH matters.',
  'It was Jan. 5 when it began.|It ended.',
  'It is No. 1.|It is good.',
  'Is it safe?|Yes.|No.|Maybe.',
  'Use it for pain.| • Use it for sleep.'.replace('| •', '|•'),
  'Made by Acme Inc. in Ohio.|Sold by Acme Inc.|It is red.',
  'The dose (10 mg b.i.d.) is low.|Good.',
  'The system—a big one—works.|Yes.',
  'Dr. Smith, M.D. is here.|She is kind.',
  'It takes 5 min.|It lasts 2 wk. or 10 hrs. in all.',
];

function sentencesOf(markdown: string): string[] {
  return parseArticle(markdown).blocks.flatMap(({ value }) => value.sentences.map(({ text }) => text.replace(/\s+/g, ' ')));
}

describe('sentences', () => {
  it.each(ROWS)('%s', (row) => {
    const parts = row.split('|').map((part) => part.trim());
    expect(sentencesOf(parts.join(' '))).toEqual(parts);
    // A soft line break or a no-break space between words changes nothing.
    expect(sentencesOf(parts.join('\n'))).toEqual(parts);
  });

  it('ends a sentence at a hard break before a capital', () => {
    expect(sentencesOf('First line  \nSecond line')).toEqual(['First line', 'Second line']);
    expect(sentencesOf('First line\\\nSecond line')).toEqual(['First line', 'Second line']);
    expect(sentencesOf('First line<br>Second line')).toEqual(['First line', 'Second line']);
    expect(sentencesOf('It eases nausea and  \nvomiting in adults.')).toEqual(['It eases nausea and vomiting in adults.']);
  });

  it('keeps a bold run-in head apart', () => {
    expect(sentencesOf('**Sleep:** It may help.')).toEqual(['Sleep:', 'It may help.']);
    expect(sentencesOf('**Sleep**: it may help.')).toEqual(['Sleep :', 'it may help.']);
    expect(sentencesOf('- **Sleep.** It may help.')).toEqual(['Sleep.', 'It may help.']);
    expect(sentencesOf('It is **safe:** nobody died.')).toEqual(['It is safe: nobody died.']);
  });

  it('finds sentences across bold, links and soft breaks', () => {
    expect(sentencesOf('**Ginger** may [ease\nnausea](https://a.org).  It *is* mild.')).toEqual(['Ginger may ease nausea .', 'It is mild.']);
  });

  it('starts a sentence at code, math or a bare key', () => {
    expect(sentencesOf('Type it. `x` is a name.')).toEqual(['Type it.', 'is a name.']);
    expect(sentencesOf('Tea helps. @chen2020 found it.')).toEqual(['Tea helps.', 'found it.']);
    const [first, second] = parseArticle('Tea helps. @chen2020 found it.').blocks[0]!.value.sentences;
    expect([first!.citations.length, second!.citations.length]).toEqual([0, 1]);
  });

  it('takes a citation mark for the end, and a title of a note for a line of its own', () => {
    expect(sentencesOf('It grows as *Panax* spp.[^1] They say so.')).toEqual(['It grows as Panax spp.', 'They say so.']);
    expect(sentencesOf('> [!TIP] Before you drive\n> It may make you drowsy.')).toEqual(['Before you drive', 'It may make you drowsy.']);
  });

  it('knows questions', () => {
    expect(parseArticle('Does it help? It does. “Why?” he said.').blocks[0]!.value.sentences.map(({ question }) => question)).toEqual([true, false, false]);
  });

  it('splits bare headings off the paragraphs they are glued to', () => {
    const article = parseArticle([
      '- How Ginger Works in the Body', '- A Look at the Evidence on Nausea', 'How Ginger Works in the Body',
      `Ginger is a root that people have eaten for a long time. ${'It is eaten in many places and in many ways. '.repeat(6).trim()}`, 'A Look at the Evidence on Nausea',
      `Trials of ginger are small. ${'They were run in many places and in many ways. '.repeat(6).trim()}`,
    ].join('\n'));
    expect(article.blocks.map(({ value: { kind, level, section, text } }) => [kind, level, section, text.slice(0, 20)])).toEqual([
      ['list-item', 0, '', 'How Ginger Works in '],
      ['list-item', 0, '', 'A Look at the Eviden'],
      ['heading', 0, '', 'How Ginger Works in '],
      ['paragraph', 0, 'How Ginger Works in the Body', 'Ginger is a root tha'],
      ['heading', 0, 'How Ginger Works in the Body', 'A Look at the Eviden'],
      ['paragraph', 0, 'A Look at the Evidence on Nausea', 'Trials of ginger are'],
    ]);
  });

  it('leaves wrapped lines together', () => {
    const wrapped = 'The use of ginger has a long history in the kitchens of\nSoutheast Asia and in the homes of\nEurope, where people drink it\nAgainst colds.';
    expect(parseArticle(wrapped).blocks).toHaveLength(1);
    expect(sentencesOf(wrapped)).toHaveLength(1);
    expect(parseArticle('Approved by the\nFDA in 2010 and by the\nEMA in 2012.').blocks).toHaveLength(1);
  });

  it('never loses or overlaps words', () => {
    const text = ROWS.join(' ').replaceAll('|', ' ');
    const [block] = parseArticle(text).blocks;
    let at = 0;
    for (const { start, end, text: words } of block!.value.sentences) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(block!.value.prose.slice(at, start).trim()).toBe('');
      expect(words).toBe(block!.value.prose.slice(start, end));
      at = end;
    }
    expect(block!.value.prose.slice(at).trim()).toBe('');
  });
});
