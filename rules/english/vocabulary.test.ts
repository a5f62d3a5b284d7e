/** One sentence or more for each class of verbs, nouns and adjectives that the lexicons hold: how strongly it is read. */
import { expect, test } from 'vitest';
import type { Sentence } from '../article/article.js';
import { claimsOf, strengthOf } from './claims.js';

function strength(text: string): string {
  const sentence: Sentence = { start: 0, end: text.length, text, question: false, citations: [] };
  const found = claimsOf(sentence).map(strengthOf);
  return ['direct', 'conditional', 'correlational'].find((one) => found.includes(one as 'direct')) ?? 'none';
}

test.each([
  // More and less.
  'The hormone ramps up milk production.',
  'Night work cuts into sleep.',
  'Peat smoke speeds the decline of lung function.',
  'A second pill maximizes absorption.',
  'Alcohol dilutes the blood.',
  'Long shifts overload the heart.',
  // Ending.
  'A change of diet put an end to her migraines.',
  'The serum quenches inflammation.',
  'New nets have stamped out malaria on the island.',
  'The mutation silences the gene.',
  'The toxin knocks out the immune response.',
  // Harm.
  'Mould ruins the lining of the lungs.',
  'Early retirement takes its toll on memory.',
  'Dust wreaks havoc with the airways.',
  'Acid eats away at the enamel.',
  'Lead destabilizes the membranes of young neurons.',
  'The drug debilitated older patients.',
  'Heavy drinking wears down the stomach wall.',
  // Guarding and mending.
  'Thick curtains buffer the noise of the street.',
  'The gel remineralizes teeth.',
  'A short nap recharges attention.',
  'Fluoride safeguards the teeth of children.',
  'Exercise makes up for the harm of sitting.',
  'The treatment rekindled appetite.',
  // Bringing about.
  'Loud alarms nudge nurses to wash their hands.',
  'Debt perpetuates poor health.',
  'The fire laid the groundwork for asthma.',
  'Much of the pain boils down to posture.',
  'Broken sleep feeds into weight gain.',
  // Molecules and cells.
  'The enzyme phosphorylates its neighbour.',
  'The protein orchestrates the repair of DNA.',
  'The virus commandeers the machinery of the cell.',
  'The signal recruits immune cells to the wound.',
  'Stem cells differentiate into muscle.',
  // Besting.
  'Brisk walks outdo pills.',
  'Saline fell short of the older mixture.',
  // British spelling.
  'Cheap beer has fuelled liver disease.',
  'The tablets destabilised her heart rhythm.',
  // Two hyphens as a dash.
  'Cytokines--messengers of the immune system--affect sleep.',
  // The object before the particle.
  'Cold water slows the heart down.',
  'Regular walks keep back pain at bay.',
  'The enzyme shuts growth genes off.',
  'Clean air brings deaths down.',
  // Forms that look like other words.
  'Overuse of the drug has given rise to resistant germs.',
  'Noise changes how the brain ages.',
  'The mutation leaves cells unable to divide.',
  'They found a gene that makes mice immune to the virus.',
  'The enzyme is required for blood flow.',
  'Foam is better for sore knees.',
  'Low salt helps in the control of blood pressure.',
  'There is good evidence to conclude that splints prevent migraines.',
  // Adjectives and nouns.
  'Zinc is indispensable for wound healing.',
  'Night light is disruptive to sleep.',
  'The vapour is hepatotoxic.',
  'Shade is conducive to recovery.',
  'The protein is a key regulator of appetite.',
  'The reform had repercussions for maternal mortality.',
  'Rest is the best antidote to burnout.',
  'Salt serves as a trigger for gout.',
  // What is put down to a cause.
  'The deaths were blamed on the heat.',
  'Her migraines were traced back to cheap wine.',
  'Tight control came at the cost of more falls.',
  // What is carried off, and what somebody is led to do.
  'Dry air dries out the eyes.',
  'The enzyme flushes toxins out of the liver.',
  'Boredom leads teenagers to smoke.',
  'Walking gets patients home sooner.',
  'Fear keeps many old people indoors.',
  'Gentle exercise -- rather than rest -- speeds recovery.',
])('direct: %s', (text) => {
  expect(strength(text)).toBe('direct');
});

test.each([
  'The hormone may ramp up milk production.',
  'Dust could wreak havoc with the airways.',
  'The gel is expected to remineralize teeth.',
  'The serum is liable to irritate the eyes.',
  'The protein might be a regulator of appetite.',
  'The rash may be attributed to nickel.',
  'Peptides may serve as therapeutic targets in gout.',
  'Shorter shifts will likely lead to fewer errors.',
  'Gout is most likely caused by beer.',
  'The rise is likely due to better screening.',
  'Bed rest is unlikely to have any effect on recovery.',
  'Low light is a likely explanation for the fall in mood.',
  'Habits that build muscle may help old people.',
  'A dye is suspected of promoting colitis.',
  'A possible treatment for gout was discovered.',
  'The team identified a potential cause of hives.',
  'Poor sleep could be why teens feel low.',
  'Schools may benefit from later starts.',
  'Thousands of deaths could be averted.',
  'Rye probably does not cause colic.',
  'A patch may someday free patients from pain.',
  'The gel appears to work by drawing in water.',
])('conditional: %s', (text) => {
  expect(strength(text)).toBe('conditional');
});

test.each([
  'Loud snoring foreshadows dementia.',
  'High lead levels portend early death.',
  'Wealth goes hand in hand with longer life.',
  'Low ferritin is prognostic for relapse.',
  'A stiff neck is indicative of meningitis.',
  'Belly fat is a harbinger of diabetes.',
  'The scan distinguishes gout from infection.',
  'Age accounted for a third of the variance in pain.',
  'Rates of gout have doubled over two decades.',
  'Age moderated the link between salt and gout.',
  'There were no group differences in memory.',
  'No differences were found for pain.',
  'Scores were similar across the three diets.',
  'Poor patients waited an average of six days longer for a bed.',
  'As rents went up, so did the number of sick days.',
  'The mutation was found in ten patients but in none of the controls.',
  'Children of shift workers have stiffer arteries.',
  'The brains of twins develop differently.',
  'Levels of the protein fall years before the first symptoms.',
  'Villages in the hills had the shortest waits.',
  'Patients treated at night fare as well as others.',
  'Survival differs according to the age of the donor.',
  'The rate of falls was 60 per cent lower among dancers.',
  'Men with beards show lower scores.',
  'Pupils with hearing loss score lower on tests.',
  'They saw differences in the cortex.',
  'Gout was double that of the clerks.',
  'Fees range from low to high across towns.',
  'Sleepwalking runs in families.',
  'Men who report flushes also report poor sleep.',
  'Gout was reported by 12 women, as opposed to 40 men.',
  'Two germs are missing in people with colitis.',
  'Boys bear a disproportionate share of the injuries.',
  'Children in towns are prescribed fewer drugs.',
])('correlational: %s', (text) => {
  expect(strength(text)).toBe('correlational');
});

test.each([
  'The team will query the register.',
  'We debated whether nets stamp out malaria.',
  'The gel was engineered to remineralize teeth.',
  'Researchers strive to quench inflammation.',
  'The authors reviewed records, recalibrated the scales and reclassified the cases.',
  'Volunteers will be trained to remedy sleep problems.',
  'The panel reappraised the rules.',
  'The team aims to find herbs that ease pain.',
  'A new camera helps doctors detect moles.',
  'Care is required for these patients.',
  'There is insufficient evidence to state that splints prevent migraines.',
  'There is no evidence to support the use of magnets in gout.',
  'The benefits of magnets for pain remain questionable.',
  'The contribution of stress to gout is not clear.',
  'Most trials were at high risk of bias.',
  'Children affected by asthma were invited.',
  'The costs related to smoking were not recorded.',
  'The pupils said that they allow phones.',
  'Each of the two teams worked independently.',
  'The shell is more complex than previously thought.',
  'We discuss the figures in relation to the census.',
  'There is no reliable way to tell viruses apart.',
  'Doctors treat gout with old drugs.',
  'A new dye makes it easier to count cells.',
  'She leads a trial of stroke care.',
  'One in five women carries the gene.',
  'Half of the nurses who responded maintain a diary.',
  'Gout is a disease that most often appears in the foot.',
  "That's why we keep a list.",
  'Because the signs are vague, the disease is often diagnosed late.',
  'They looked for genes that protect against gout.',
  'Half of the women were treated with a drug that blocks the hormone.',
  'Each patient was followed for four years.',
  'They are now testing whether a mix of the two herbs works better.',
])('none: %s', (text) => {
  expect(strength(text)).toBe('none');
});
