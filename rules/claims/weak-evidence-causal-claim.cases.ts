/** Cases of weak-evidence-causal-claim. */
import { defineCases } from '../testing/cases.js';

export const cases = defineCases({
  bad: [
    ['A longitudinal study found that olive oil «reduces the risk of» dementia.', 'A longitudinal study found that olive oil is associated with a lower risk of dementia.'],
    ['In a survey of 500 runners, magnesium «relieved» muscle cramps.', 'In a survey of 500 runners, magnesium was associated with relief of muscle cramps.'],
    ['According to a registry study, red meat «causes» colorectal cancer.', 'According to a registry study, red meat is associated with colorectal cancer.'],
    ['Observational data prove that fish oil «prevents» heart attack.', 'Observational data suggest that fish oil is associated with a lower risk of heart attack.'],
    ['Case reports show that valerian «improves» sleep.', 'Case reports show that valerian is associated with better sleep.'],
    ['The cohort study confirmed that vaping «increases the risk of» asthma.', 'The cohort study confirmed that vaping is associated with a higher risk of asthma.'],
    ['Scientists followed 12,000 men for 15 years and found that nuts «lowered» mortality.', 'Scientists followed 12,000 men for 15 years and found that nuts were associated with lower mortality.'],
    ['A cross-sectional study showed that yoga «reduces» anxiety.', 'A cross-sectional study showed that yoga is associated with less anxiety.'],
    ['The survey showed that probiotics «ease» bloating.', 'The survey showed that probiotics are associated with relief of bloating.'],
    ['Epidemiological evidence shows that coffee «protects against» Parkinson disease.', 'Epidemiological evidence shows that coffee is associated with a lower risk of Parkinson disease.'],
    ['The researchers used a cohort study. They found that tea «lowers» blood pressure.', 'The researchers used a cohort study. They found that tea is associated with lower blood pressure.'],
    ['UK Biobank data show that walking «lowers the risk of» depression.', 'UK Biobank data show that walking is associated with a lower risk of depression.'],
  ],
  ok: [
    'A longitudinal study linked olive oil to a lower risk of dementia.',
    'A cohort study found that coffee drinkers had a lower risk of liver cancer.',
    'In the survey, many said that magnesium relieved their cramps.',
    'Observational studies cannot tell whether fish oil prevents heart attacks.',
    'In a randomized trial, valerian improved sleep.',
    'A registry was set up to test whether statins prevent dementia.',
    'Cohort and laboratory evidence together show that smoking causes lung cancer.',
    'Case reports describe liver injury after green tea extract.',
    'A cross-sectional study suggests that yoga may reduce anxiety.',
    'Mendelian randomization and cohort studies show that alcohol raises blood pressure.',
    'The survey increased its sample in the second year.',
    'The cohort study did not show that vitamin E prevents cancer.',
    'Does the cohort study prove that tea prevents strokes?',
    'In a survey, tea was associated with less stress.',
    'A cohort study shows that smoking causes heart disease.',
    'Coffee lowers the risk of gout.',
  ],
  not: ['heading'],
});
