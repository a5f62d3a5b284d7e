import type { Dictionary } from '../engine/resources.js';
import { defineCases } from '../testing/cases.js';

/** A dictionary of a few words, for what the rule does with unknown ones. */
const WORDS = new Set('the of a an and was were is in on for with small important trial patients result surprising number numbers ward forms form from health hearth heath house mouse lounge language'.split(' '));
const dictionary: Dictionary = { has: (word) => WORDS.has(word), listOf: (word) => (WORDS.has(word.toLowerCase()) ? 'general' : undefined) };
const resources = { dictionary };

export const cases = defineCases({
  bad: [
    ['We «recieve» many letters.', 'We receive many letters.'],
    ['The «seperate» wards were closed.', 'The separate wards were closed.'],
    ['«Definately» ask your pharmacist.', 'Definitely ask your pharmacist.'],
    ['It «occured» twice.', 'It occurred twice.'],
    ['It is «definately» worth asking.', 'It is definitely worth asking.'],
    ['The «enviroment» of the trial was calm.', 'The environment of the trial was calm.'],
    ['An «usefull» leaflet was printed.', 'A useful leaflet was printed.'],
    ['Two «referals» were noted.', 'Two referrals were noted.'],
    ['The «goverment’s» advice changed.', 'The government’s advice changed.'],
    ['They «recomended» rest.', 'They recommended rest.'],
    ['It is «neccessary» to wait.', 'It is necessary to wait.'],
    { marked: 'A surprising «langauge» was in the form.', fixed: 'A surprising language was in the form.', resources, severity: 'information' },
    { marked: 'The «resullt» of the trial was small.', fixed: 'The result of the trial was small.', resources },
    { marked: 'The «suprrising» number was small.', fixed: 'The surprising number was small.', resources },
  ],
  ok: [
    'We receive many letters about separate wards.',
    'Colour, centre, organise, programme and judgement are British.',
    'The file recieve.txt and the handle @recieve are codes.',
    'Use `recieve` as the key.',
    'Mr Occured and Ms Seperate are names here: he met Recieve.',
    'RECIEVE is the name of a trial.',
    { text: 'The number of zorbed patients was small.', resources },
    { text: 'The hearlth of the house was a result.', resources },
    { text: 'The results, numbers and houses were small.', resources },
    { text: 'A trial in Langauge was small.', resources },
    { text: 'Vysledky ukazaly langauge zlepseni pacientu.', resources },
    { text: 'A Langauge-ward trial was small.', resources },
    { text: 'The langauge of the form was small.', resources, options: { ignore: ['langauge'] } },
    { text: 'The langauge of the form was small.', resources: { dictionary, words: new Set(['langauge']) } },
  ],
});
