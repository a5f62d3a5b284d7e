/** Cases of `readability`. */
import { defineCases } from '../testing/cases.js';

const LONG = 'The doctor asked the man who had come in late at night with a sore back and a bad cough to sit down on the old chair by the door and wait there until the nurse had time to look at him again.';
const HARD = Array.from({ length: 12 }, (_, i) => `Comprehensive multidisciplinary rehabilitation considerably outperformed conventional physiotherapeutic interventions, particularly regarding cardiovascular deconditioning in category ${i}.`).join(' ');
const EASY = Array.from({ length: 14 }, () => 'Drink a glass of water with each pill and rest for a while.').join(' ');

export const cases = defineCases({
  not: ['quote', 'heading', 'table'],
  bad: [
    ['Nurses «utilize» the chart each day.', 'Nurses use the chart each day.'],
    ['The cream «ameliorated» the rash.', 'The cream improved the rash.'],
    ['«Utilizing» a pillow helps some people.', 'Using a pillow helps some people.'],
    ['Rest may «alleviate» the ache.', 'Rest may ease the ache.'],
    ['Masks «mitigate» the spread of colds.', 'Masks reduce the spread of colds.'],
    ['More work may further «elucidate» the cause.', 'More work may further explain the cause.'],
    ['Tea may «mitigate» cravings.', 'Tea may ease cravings.'],
    ['Wash your hands «prior to» each meal.', 'Wash your hands before each meal.'],
    ['Doctors know little about its way of working, and its «efficacy» is in doubt.', 'Doctors know little about its way of working, and how well it works is in doubt.'],
    ['Sitting up late «exacerbates» the pain.', 'Sitting up late worsens the pain.'],
    ['He had a «myocardial infarction» at 40.', 'He had a heart attack at 40.'],
    ['She had «a plethora of» symptoms.', 'She had many symptoms.'],
    ['It is used as an «adjunctive therapy».', 'It is used as an add-on treatment.'],
    ['Take it «in order to» sleep.', 'Take it to sleep.'],
    ['The «aforementioned» tea is mild.', null],
    { marked: `«${LONG}»`, fixed: null, message: /words/ },
    { marked: '«The implementation of the documentation and the verification of the administration were completed by the staff in May.»', fixed: null, message: /passive/ },
    { marked: `«Comprehensive multidisciplinary rehabilitation considerably outperformed conventional physiotherapeutic interventions, particularly regarding cardiovascular deconditioning in category 0.» ${HARD.slice(HARD.indexOf('Comprehensive', 20))}`, fixed: null, anywhere: false, message: /grade/ },
  ],
  ok: [
    'Nurses use the chart each day.',
    'Rest may ease the ache.',
    'Dyspnea (shortness of breath) is common.',
    'The word “utilize” is long.',
    'Treatment and medication are free.',
    'The trial was done in 40 people.',
    'Sugar improves its efficacy.',
    'The antipyretic properties of the bark are weak.',
    'Its efficacy and safety were tested.',
    'Mitragynine is an alkaloid of the leaf.',
    'Wash your hands before each meal.',
    { text: EASY, anywhere: false },
    { text: HARD, anywhere: false, options: { maxGrade: 0, jargon: false } },
    { text: LONG, options: { maxSentenceWords: 0 } },
    { text: 'Nurses utilize the chart.', options: { jargon: false } },
  ],
});
