/** Cases of preclinical-extrapolation. */
import { defineCases } from '../testing/cases.js';

export const cases = defineCases({
  bad: [
    ['Mouse experiments show that bacopa «improves» memory in people with dementia.', 'Mouse experiments show that bacopa may improve memory in people with dementia.'],
    ['Animal research proves that ashwagandha «relieves» anxiety in adults.', 'Animal research proves that ashwagandha may relieve anxiety in adults.'],
    ['In vitro studies show that garlic «kills» the influenza virus in patients.', 'In vitro studies show that garlic may affect the influenza virus in patients.'],
    ['Based on cell cultures, green tea «protects» your skin.', 'Based on cell cultures, green tea may protect your skin.'],
    ['Preclinical data show that kava «ends» cravings.', 'Preclinical data show that kava may reduce cravings.'],
    ['A rat study found that berberine «lowers» your cholesterol.', 'A rat study found that berberine may lower your cholesterol.'],
    ['Zebrafish models confirm that CBD «treats» epilepsy in children.', 'Zebrafish models confirm that CBD may treat epilepsy in children.'],
    ['In rats, rhodiola raised serotonin. It «relieves» depression.', 'In rats, rhodiola raised serotonin. It may relieve depression.'],
    ["Animal studies show that turmeric «improves» patients' quality of life.", "Animal studies show that turmeric may improve patients' quality of life."],
    ['Laboratory experiments show that the oil «reduces» inflammation in humans.', 'Laboratory experiments show that the oil may reduce inflammation in humans.'],
    ['In mice the herb lowered blood sugar. So it «helps» people with diabetes.', 'In mice the herb lowered blood sugar. So it may help people with diabetes.'],
    ['Test-tube research shows that thyme «prevents» flu in users.', 'Test-tube research shows that thyme may prevent flu in users.'],
  ],
  ok: [
    'In mice, bacopa improved memory.',
    'Animal research suggests that ashwagandha may relieve anxiety in adults.',
    'Garlic blocked the virus in cell cultures.',
    'A rat study found lower cholesterol in treated animals.',
    'It is unknown whether the result in zebrafish holds for people.',
    'Rats given the extract slept longer.',
    'In people with diabetes, berberine lowered fasting glucose.',
    'In mice the drug lowered blood sugar. A clinical trial in patients found that it lowers blood sugar too.',
    'People with dogs walk more.',
    'The compound reduced tumors in mice and in rats.',
    'Preclinical studies cannot show that kava ends cravings.',
    'Trials in people are needed, because the data come from rats.',
    'Turmeric improves sleep in adults.',
    'In animals, large doses damage the liver of users.',
  ],
  not: ['heading'],
});
