import { defineCases } from '../testing/cases.js';

export const cases = defineCases({
  not: ['heading', 'table'],
  bad: [
    // A stray capital.
    { marked: 'Some drink kratom as tea, and others say that «Kratom» tastes bitter.', fixed: 'Some drink kratom as tea, and others say that kratom tastes bitter.', severity: 'information', message: /common noun/ },
    ['We gave «Melatonin» at noon, and «Melatonin» at night, but melatonin did nothing.', 'We gave melatonin at noon, and melatonin at night, but melatonin did nothing.'],
    ['The effects of «Ashwagandha» were small, although ashwagandha is popular.', 'The effects of ashwagandha were small, although ashwagandha is popular.'],
    ['We asked how much «Turmeric»’s colour fades when turmeric is boiled.', 'We asked how much turmeric’s colour fades when turmeric is boiled.'],
    ['She read that «Opioid Use Disorder» can be treated, and opioid use disorder was mentioned twice.', 'She read that opioid use disorder can be treated, and opioid use disorder was mentioned twice.'],
    // American and British spelling.
    ['The tumor was small. One tumor grew, and the other «tumour» shrank.', 'The tumor was small. One tumor grew, and the other tumor shrank.'],
    ['They randomised ten people, randomised ten more, and then «randomized» nobody.', 'They randomised ten people, randomised ten more, and then randomised nobody.'],
    ['Her oedema grew; oedema is swelling, and «Edema» is the same.', 'Her oedema grew; oedema is swelling, and Oedema is the same.'],
    ['An estrogen patch and an estrogen pill were compared with a «oestrogen» gel.', 'An estrogen patch and an estrogen pill were compared with an estrogen gel.'],
    { marked: 'The «tumour» was removed.', fixed: 'The tumor was removed.', options: { locale: 'en-US' } },
    { marked: 'They «analyzed» blood.', fixed: 'They analysed blood.', options: { locale: 'en-GB' } },
    // Joined or apart.
    ['Our healthcare workers know healthcare; «health care» needs time.', 'Our healthcare workers know healthcare; healthcare needs time.'],
    // Two names of one medicine.
    ['Take acetaminophen for fever. Too much acetaminophen is harmful, and «paracetamol» is in many remedies.', 'Take acetaminophen for fever. Too much acetaminophen is harmful, and acetaminophen is in many remedies.'],
    ['An inhaler with albuterol helped. More albuterol did not, and «salbutamol» was stopped.', 'An inhaler with albuterol helped. More albuterol did not, and albuterol was stopped.'],
    // A brand and its generic name.
    ['People ask for semaglutide every week. The price of semaglutide rose, and «Ozempic» was out of stock.', 'People ask for semaglutide every week. The price of semaglutide rose, and semaglutide was out of stock.'],
    // Two names of one species.
    ['Roots of *Actaea racemosa* are dried; *Actaea racemosa* is a forest plant, and *«Cimicifuga racemosa»* is sold in shops.', 'Roots of *Actaea racemosa* are dried; *Actaea racemosa* is a forest plant, and *Actaea racemosa* is sold in shops.'],
    // Settings decide.
    { marked: 'They gave «paracetamol» at noon.', fixed: 'They gave acetaminophen at noon.', options: { prefer: { paracetamol: 'acetaminophen' } } },
    { marked: 'One cup of «Kratom» was too much for him.', fixed: 'One cup of kratom was too much for him.', options: { prefer: { kratom: 'kratom' } } },
    // The front matter breaks a tie.
    { marked: '---\nlang: en-GB\n---\n\nA tumour and a «tumor» were seen.', fixed: '---\nlang: en-GB\n---\n\nA tumour and a tumour were seen.', anywhere: false },
  ],
  ok: [
    { text: 'Gastrointestinal Symptoms: nausea is common. Some symptoms fade, and other symptoms stay for years.', anywhere: false },
    { text: 'Optimal Blood Pressure \u2013 below 120 in adults at rest.\n\nHer blood pressure fell, and his blood pressure rose.', anywhere: false },
    { text: '| Code | What it is |\n| --- | --- |\n| OX1 | OX1 Melatonin binds there at night in most adults and children |\n\nSome melatonin is lost.', anywhere: false },
    'Kratom is a tree. Many people chew kratom leaves.',
    { text: '## What Is Kratom?\n\nPeople chew kratom.', anywhere: false },
    { text: '- Kratom powder\n- Kratom tea\n\nBoth contain kratom.', anywhere: false },
    '**Kratom:** a tree whose leaves are chewed. Fresh kratom is bitter.',
    'The American Kratom Association met to speak about kratom again.',
    '“Kratom helped me a lot,” one user wrote about kratom and tea.',
    'There are two kinds: Kratom from Bali and kratom from Borneo are sold.',
    'The journal *Tumour Biology* published a paper on how a tumor grows.',
    'He wrote: “The tumour shrank within weeks.” The tumor was in the lung.',
    'Acetaminophen, also known as paracetamol, is common; do not exceed the paracetamol dose.',
    'Semaglutide (sold as Ozempic) is injected weekly, and Ozempic pens are cooled.',
    '*Actaea racemosa* (formerly *Cimicifuga racemosa*) is a forest plant, and *Cimicifuga racemosa* is still on labels.',
    'The genus *Echinacea* has nine species; echinacea tea is made from one.',
    'KRATOM IS NOT FOOD. Some people eat kratom anyway.',
    'Opioid use disorder (OUD) is treatable; Opioid Use Disorder (OUD) has criteria for opioid use disorder.',
    'She analysed the analyses of others.',
    'The program of the clinic and its exercise programme differ in aim.',
    'The effect is dose dependent, and a dose-dependent effect is convincing.',
    'Vitamin D and vitamin C are sold at Vitamin World in town.',
    { text: '> Kratom and more Kratom, he said about kratom.', anywhere: false },
    'The file Kratom/kratom_leaf.png shows kratom in bloom today.',
  ],
});
