/** Cases of `missing-citation`: each reason with its grammar traps, what is no statement of research, and what covers a sentence. */
import { defineCases } from '../testing/cases.js';

const note = (text: string): string => `${text}[^1]\n\n[^1]: `;

export const cases = defineCases({
  bad: [
    // research
    ['«Trials show» that melatonin shortens jet lag.', note('Trials show that melatonin shortens jet lag.')],
    ['«Recent research has linked» short sleep to weight gain.', note('Recent research has linked short sleep to weight gain.')],
    { marked: 'Trials of melatonin in shift workers «have reported» mixed results.', data: { reason: 'research-attribution' } },
    { marked: '«A 2021 trial» compared valerian with a sugar pill.', severity: 'warning' },
    '«In one study», people who walked after lunch slept longer.',
    'The tea eased nausea «in clinical trials».',
    'While more work is needed, «early findings do suggest» that the diet helps.',
    '«A growing body of evidence suggests» that stress harms the gut.',
    '«There is good evidence that» walking lifts mood.',
    'Ginger «has been shown to» settle the stomach.',
    'Loneliness «has been linked to» heart disease.',
    '«It has been suggested that» the gut plays a part.',
    '«According to researchers», the effect fades within weeks.',
    { marked: '«The study found» that naps helped.', severity: 'information' },
    // figures
    { marked: 'Nearly «one in four» adults sleeps badly.', data: { reason: 'statistic' } },
    '«Up to 30%» of patients stop the drug within a year.',
    'Heavy drinkers are «three times as likely» to fall ill.',
    'Smoking «doubles the risk» of a stroke.',
    'Each year «48 million people» get food poisoning.',
    '«More than half of adults» take a supplement.',
    'The drug lowered blood pressure «by 8 mmHg» in adults with diabetes.',
    // official acts and guidance
    { marked: '«The EMA approved» the drug in 2019.', data: { reason: 'regulatory' } },
    '«The CDC recommends» the vaccine for adults over 60.',
    '«Current guidelines advise» against routine scans.',
    'The device was «cleared by the FDA» last year.',
    'The plant «is illegal in» several countries.',
    'The drug carries a «boxed warning» for liver failure.',
    { marked: '«According to the WHO», air pollution harms children most.', severity: 'information' },
    // doses
    { marked: 'Adults usually take «400 mg every 6 hours».', data: { reason: 'dosage' } },
    'The recommended dose is «5 to 10 mg» for adults.',
    'Caffeine has a «half-life of about 5 hours».',
    // comparisons
    { marked: 'For mild pain, ibuprofen is «more effective than» paracetamol.', data: { reason: 'comparative' } },
    'Buprenorphine is «safer than» methadone for many patients.',
    // mechanisms
    { marked: 'Caffeine «blocks» adenosine receptors in the brain.', severity: 'information', data: { reason: 'mechanism' } },
    'Grapefruit «inhibits» the enzyme CYP3A4.',
    'Psilocybin «crosses» the blood-brain barrier within minutes.',
    // quotations, history, common knowledge
    { marked: 'The report says: «“Sleep is a basic need that most workers neglect every day”».', severity: 'information', data: { reason: 'quotation' } },
    { marked: 'Valerian «has been used for centuries» as a sleep aid.', severity: 'hint', data: { reason: 'history' } },
    { marked: 'Opioids «are known to» slow breathing.', severity: 'information', data: { reason: 'established-knowledge' } },
    // a particular finding stated as fact
    { marked: 'Obesity «is associated with» a substantial economic burden and high use of health care among older adults in several European countries.', anywhere: false, severity: 'hint', data: { reason: 'finding' } },
    // the mark goes behind the full stop and quotation marks, before a colon
    ['She added that “«studies show» a benefit.”', note('She added that “studies show a benefit.”')],
    ['«Research shows» three things:', 'Research shows three things[^1]:\n\n[^1]: '],
    { marked: '«Trials show» a benefit', fixed: note('Trials show a benefit') },
    // style of the article
    { marked: 'Sleep is short (Lee, 2020).\n\n«Trials show» that naps help.', fixed: 'Sleep is short (Lee, 2020).\n\nTrials show that naps help [citation needed].' },
    { marked: 'Sleep is short [@lee2020].\n\n«Trials show» that naps help.', fixed: 'Sleep is short [@lee2020].\n\nTrials show that naps help [@].' },
    { marked: 'Sleep is short.[^7]\n\n«Trials show» that naps help.\n\n[^7]: Lee.\n', fixed: 'Sleep is short.[^7]\n\nTrials show that naps help.[^8]\n\n[^7]: Lee.\n[^8]: \n' },
    { marked: '«Trials show» that naps help.\r\n\r\nGood night.\r\n', fixed: 'Trials show that naps help.[^1]\r\n\r\nGood night.\r\n\r\n[^1]: \r\n', anywhere: false },
    { marked: '«Trials show» that naps help.', fixed: 'Trials show that naps help [source?].', options: { style: 'placeholder', placeholder: '[source?]' } },
    { marked: '«Trials show» that naps help.', options: { reasons: { 'research-attribution': 'error' } }, severity: 'error' },
    // whole articles
    {
      marked: '«# Naps»\n\n«Trials show» that naps help.\n\n«About 40%» of adults nap for their health.\n\n«The CDC recommends» short naps.\n',
      anywhere: false,
      data: { reason: 'no-sources', statements: 3 },
    },
    {
      marked: '# Naps\n\nTrials show that naps help.\n\nThe CDC recommends short naps.\n\n«## References»\n\n- Lee B. Naps. 2020.\n- Park C. Sleep. 2021.\n',
      anywhere: false,
      fixed: null,
      severity: 'information',
      data: { reason: 'untied-references', statements: 2 },
    },
  ],
  ok: [
    // research that goes on, is lacking or is asked for
    'Trials are under way in three countries.',
    'More research is needed before anybody can say.',
    'The scientific evidence is still evolving.',
    'The drug is being studied in children.',
    'Ongoing trials aim to show whether the drug works.',
    'No trials have tested the tea in children.',
    'There is little evidence that it works.',
    'There is no evidence that the tea cures colds.',
    'Future studies may show a benefit.',
    'It has not been shown to help.',
    'Evidence for the diet is lacking.',
    // the article about itself, the reader, questions and conditions
    'This page reviews what trials show about naps.',
    'We will look at the evidence that supports each claim.',
    'Here is what the research says.',
    'Do trials show a benefit?',
    'If trials show a benefit, the agency may approve it.',
    'Ask your doctor whether studies show a benefit for people like you.',
    'Your results show how well the kidneys work.',
    'You must provide evidence that you paid the bill.',
    'She wants to study how sleep works.',
    'In my practice, about 40% of patients ask for herbs.',
    'I took 300 mg daily and felt better.',
    // definitions and physiology
    'Serotonin is a neurotransmitter.',
    'Insulin binds to receptors on muscle cells.',
    'A clinical trial is a study in people.',
    // numbers that are no figures about health
    'Steep 2 g of leaves in 200 mL of water.',
    'The shirt is 60% cotton and 40% linen.',
    'Save 20% on your first order.',
    'Use a 5% cream on the rash.',
    'It is a 2 in 1 device.',
    'The clinic opened in 2019 and moved in 2021.',
    'Call 555 0100 between 9 and 5.',
    'Tickets cost $25 for adults.',
    'Set the heat to 70% and wait 10 minutes.',
    'She is 45 years old.',
    'Brush your teeth 2 times a day.',
    'One in the morning is enough.',
    'Keep calm and drink water.',
    // agencies that do nothing
    'Call the CDC if you have questions.',
    'The WHO is based in Geneva.',
    'These statements have not been evaluated by the FDA.',
    'Those who approve the budget meet on Monday.',
    // what covers a sentence
    'Trials show that naps help (Lee, 2020).',
    'A trial found no benefit (Lee, 2020). The same trial reported nausea in 12% of patients.',
    'A trial found no benefit (Lee, 2020). The researchers found more nausea.',
    'Studies have found small effects. For example, one trial reported longer sleep (Lee, 2020).',
    'Trials show that naps help [citation needed].',
    { text: '# Naps\n\nTrials show that naps help (Lee, 2020).\n\n## References\n\n- Lee B. Naps. 2020.\n', anywhere: false },
    { text: '# Naps\n\nNaps are nice.\n\n## References\n\n- Lee B. Naps. 2020.\n', anywhere: false },
    { text: 'Trials show that naps help.', options: { reasons: { 'research-attribution': 'off' } } },
  ],
});
