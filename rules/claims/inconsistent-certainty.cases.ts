/** Cases of inconsistent-certainty. */
import { defineCases } from '../testing/cases.js';

export const cases = defineCases({
  bad: [
    ['It is not known whether rosemary improves memory.\n\nRosemary tea is popular.\n\nRosemary «improves» memory.', 'It is not known whether rosemary improves memory.\n\nRosemary tea is popular.\n\nRosemary may improve memory.'],
    ['Melatonin may shorten sleep latency.\n\nTo sum up, melatonin «shortens» sleep latency.', 'Melatonin may shorten sleep latency.\n\nTo sum up, melatonin may shorten sleep latency.'],
    ['Ginger might ease nausea.\n\nBecause ginger «relieves» nausea, many travellers carry it.', 'Ginger might ease nausea.\n\nBecause ginger may relieve nausea, many travellers carry it.'],
    ['Scientists are testing whether kava reduces anxiety.\n\nKava «does reduce» anxiety.', 'Scientists are testing whether kava reduces anxiety.\n\nKava may reduce anxiety.'],
    ['Yoga could lower blood pressure.\n\nYoga «lowers» blood pressure by a few points.', 'Yoga could lower blood pressure.\n\nYoga may lower blood pressure by a few points.'],
    ['Evidence that zinc shortens colds is weak.\n\nZinc «shortens» colds.', 'Evidence that zinc shortens colds is weak.\n\nZinc may shorten colds.'],
    ['Garlic possibly lowers cholesterol.\n\nGarlic «lowers» cholesterol.', 'Garlic possibly lowers cholesterol.\n\nGarlic may lower cholesterol.'],
    ['Little is known about whether valerian improves sleep. Still, valerian «improves» sleep.', 'Little is known about whether valerian improves sleep. Still, valerian may improve sleep.'],
    ['Turmeric seems to reduce pain.\n\nTurmeric «reduces» pain and helps people move.', 'Turmeric seems to reduce pain.\n\nTurmeric may reduce pain and help people move.'],
    ['Probiotics may ease bloating.\n\nProbiotics «ease» bloating.\n\nProbiotics «relieve» bloating.', 'Probiotics may ease bloating.\n\nProbiotics may ease bloating.\n\nProbiotics may relieve bloating.'],
    ['It is possible that ashwagandha lowers cortisol.\n\nAshwagandha «lowers» cortisol.', 'It is possible that ashwagandha lowers cortisol.\n\nAshwagandha may lower cortisol.'],
    ['Echinacea is likely to shorten colds.\n\nEchinacea «shortens» colds.', 'Echinacea is likely to shorten colds.\n\nEchinacea may shorten colds.'],
  ],
  ok: [
    'Kava may reduce anxiety.\n\nKava might reduce anxiety in some people.',
    'Kava may reduce anxiety.\n\nKava does not reduce anxiety in everybody.',
    'Kava may reduce anxiety.\n\nExercise reduces anxiety.',
    'Kava may reduce anxiety.\n\nKava reduces pain.',
    'Does kava reduce anxiety?\n\nKava may reduce anxiety.',
    'Kava may reduce anxiety.\n\nSome claim that kava reduces anxiety.',
    'Kava may reduce anxiety.\n\nMyth: kava reduces anxiety.',
    'Kava may reduce anxiety.\n\nKava reduces anxiety.[^1]\n\n[^1]: Smith 2020.',
    'Kava reduces anxiety.\n\nKava relieves anxiety.',
    'Kava may increase anxiety.\n\nKava reduces anxiety.',
    'Kava may reduce anxiety.\n\nKava is drunk in Fiji.',
    'Kava may reduce anxiety.\n\nIf kava reduces anxiety, trials will show it.',
  ],
  wholeFile: true,
});
