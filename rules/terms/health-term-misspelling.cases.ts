import type { Dictionary } from '../engine/resources.js';
import { defineCases } from '../testing/cases.js';

/** A dictionary of a few words, for what the rule does with a word that it knows to be unknown. */
const WORDS = new Set('the of a an and was were is in on for with after before her his two years nurse doctor gave one dose switched to from patients had scan showed they call it tea known as visit'.split(' '));
const dictionary: Dictionary = { has: (word) => WORDS.has(word), listOf: (word) => (WORDS.has(word.toLowerCase()) ? 'general' : undefined) };
const resources = { dictionary };

export const cases = defineCases({
  bad: [
    // Vowels, doubled letters, silent h, ph and f.
    ['Grate the «tumeric» finely.', 'Grate the turmeric finely.'],
    ['The pills held 300 mg of «ashwaganda» root.', 'The pills held 300 mg of ashwagandha root.'],
    ['She had taken «mitragenine» for a week.', 'She had taken mitragynine for a week.'],
    ['One dose of «ibuprophen» was left.', 'One dose of ibuprofen was left.'],
    ['The new «metformine» tablets are round.', 'The new metformin tablets are round.'],
    ['A blood test for «tryglycerides» costs little.', 'A blood test for triglycerides costs little.'],
    ['His «seratonin» was never measured.', 'His serotonin was never measured.'],
    ['The clinic treats «fibromialgia» with exercise.', 'The clinic treats fibromyalgia with exercise.'],
    ['The nurse checked for «arrythmia» again.', 'The nurse checked for arrhythmia again.'],
    ['Two people had «diahrrea» after the meal.', 'Two people had diarrhea after the meal.'],
    // Case is kept.
    ['«Tumeric» stains wooden spoons.', 'Turmeric stains wooden spoons.'],
    ['DO NOT MIX «TUMERIC» WITH WARFARIN.', 'DO NOT MIX TURMERIC WITH WARFARIN.'],
    ['He read about «alzheimers» in the paper.', "He read about Alzheimer's in the paper."],
    // Possessive, plural and hyphen.
    ['The «quercitin’s» label was torn.', 'The quercetin’s label was torn.'],
    ['These «opiods» are sold as patches.', 'These opioids are sold as patches.'],
    ['A «tumeric»-based paste was spread on the skin.', 'A turmeric-based paste was spread on the skin.'],
    // The article before the word.
    ['He has an «tachicardia» that comes and goes.', 'He has a tachycardia that comes and goes.'],
    // Species names are anchored by their other half.
    ['«Mitragynia» speciosa is an evergreen.', 'Mitragyna speciosa is an evergreen.'],
    ['Powder of «mitragynine-speciosa» was seized.', 'Powder of Mitragyna speciosa was seized.'],
    ['«Withania somniferum» grows in dry soil.', 'Withania somnifera grows in dry soil.'],
    ['Resin of «Boswellia serrate» is burnt as incense.', 'Resin of Boswellia serrata is burnt as incense.'],
    ['Seeds of «Sylibum» marianum were pressed.', 'Seeds of Silybum marianum were pressed.'],
    ['Leaves of «ginko biloba» turn yellow.', 'Leaves of Ginkgo biloba turn yellow.'],
    // Real words in the wrong place.
    ['The scan showed «prostrate» cancer.', 'The scan showed prostate cancer.'],
    ['The virus enters through a «mucus» membrane.', 'The virus enters through a mucous membrane.'],
    ['She felt heart «palpations» at night.', 'She felt heart palpitations at night.'],
    ['Dry lips and a «soar» throat are common.', 'Dry lips and a sore throat are common.'],
    ['He had a myocardial «infraction» in June.', 'He had a myocardial infarction in June.'],
    ['The main side «affects» are mild.', 'The main side effects are mild.'],
    ['A urinary «track» infection is painful.', 'A urinary tract infection is painful.'],
    // With a dictionary: by sound, by letters out of order, brands.
    { marked: 'The nurse gave her «kwetiapine» and tea.', fixed: 'The nurse gave her quetiapine and tea.', resources },
    { marked: 'The scan showed «numonitis» in two patients.', fixed: 'The scan showed pneumonitis in two patients.', resources },
    { marked: 'His doctor gave one dose of «clozanepam».', fixed: 'His doctor gave one dose of clonazepam.', resources },
    { marked: 'They call the «diagnotis» in one visit.', fixed: 'They call the diagnosis in one visit.', resources },
    { marked: 'Her doctor switched her to «Trulicty» after two years.', fixed: 'Her doctor switched her to Trulicity after two years.', resources },
    { marked: 'Her doctor gave her «Neullastaa» on the visit.', fixed: 'Her doctor gave her Neulasta on the visit.', resources },
    // Words run together or pulled apart.
    ['High «bloodpressure» runs in the family.', 'High blood pressure runs in the family.'],
    ['An «auto immune» illness was ruled out.', 'An autoimmune illness was ruled out.'],
    // With a user word beside it.
    { marked: 'The kratomaniac forum sells «tumeric».', fixed: 'The kratomaniac forum sells turmeric.', resources: { words: new Set(['kratomaniac']) } },
    // The message points to the right use elsewhere.
    { marked: 'Fresh turmeric is orange.\n\nDried «tumeric» is yellow.', fixed: 'Fresh turmeric is orange.\n\nDried turmeric is yellow.', anywhere: false },
    // In the list of sources only species names are read.
    { marked: 'Text here.\n\n## References\n\n1. Doe J. Tumeric and «Mitragynia» speciosa. 2019.', fixed: 'Text here.\n\n## References\n\n1. Doe J. Tumeric and Mitragyna speciosa. 2019.', anywhere: false },
  ],
  ok: [
    'Turmeric, ashwagandha and kratom are plants.',
    'Mitragynine, 7-hydroxymitragynine and corynantheidine are alkaloids.',
    'Ajmaline, ajmalicine, quercitrin and quercetin are four compounds.',
    'Dopexamine is not dopamine.',
    'Silibinin and silybin name the same flavonolignan.',
    'Haemorrhage, oedema and anaemia are British spellings.',
    'Tumours, fibres and paediatric wards are British too.',
    'The women’s serotonin and the patient’s opioids were measured.',
    'A prostrate shrub covers the slope.',
    'Mucus membranous? No: thick mucus blocks the airway.',
    'The train runs on a new track, and infections fell.',
    'It affects sleep, and its effects last.',
    'We heard that immunity wanes.',
    'Ask which hazelnut oil was used.',
    'Write to tumeric@example.org or see docs/tumeric/index.html.',
    'The account is called @tumeric and the tag #tumeric.',
    'Open C:\\herbs\\tumeric.txt first.',
    'Set `tumeric` in the file.',
    'Dr. Warfarina Dopamini wrote the foreword.',
    'St. John’s wort (*Hypericum perforatum*) is a herb.',
    'Withania somnifera and Papaver somniferum share an epithet in two genders.',
    'Curcuma longer than a hand was dug up.',
    'Ginkgo extracts and Echinacea products are sold as capsules.',
    'Salvia officinalis and Borago officinalis grow in the same bed.',
    'HAART was the term for early combination therapy.',
    'Der Blutdruck ist normal, das Cholesterin auch.',
    'A complementary therapy does not replace surgery.',
    'Lime is sour, and Lyme disease is spread by ticks.',
    { text: 'The tea is known as dexmedetomadin.', resources },
    { text: 'The nurse gave Ursula Trulicty one dose.', resources },
    { text: 'His visit to Trulicty was after two years.', resources },
    { text: 'The nurse gave her aminoacids.', resources },
    { text: 'The tumerica blend is a brand.', options: { extraTerms: ['tumerica'] } },
    { text: 'Our tumeric page keeps the old name.', options: { ignore: ['tumeric'] } },
    { text: 'Our tumeric page keeps the old name.', resources: { words: new Set(['tumeric']) } },
    { text: 'Text here.\n\n## References\n\n1. Doe J. Tumeric in the kitchen. 2019.', anywhere: false },
  ],
});
