/** Cases of supplement-disease-claim. */
import { defineCases } from '../testing/cases.js';

export const cases = defineCases({
  bad: [
    ['Our gummies may «treat insomnia».', 'Our gummies may support restful sleep.'],
    ['Turmeric capsules «relieve arthritis».', 'Turmeric capsules support healthy joints.'],
    ['This blend «prevents migraine».', null],
    ['Saw palmetto «treats benign prostatic hyperplasia».', 'Saw palmetto supports prostate health.'],
    ['Red yeast rice «lowers high cholesterol».', 'Red yeast rice supports healthy cholesterol levels already in the normal range.'],
    ['A «natural alternative to metformin».', null],
    ['Try this «herbal statin».', null],
    ["Many call it «nature's aspirin».", null],
    ['Valerian tincture for «insomnia».', null],
    ['«Relieves heartburn» and «prevents gout».', 'Supports healthy digestion and prevents gout.'],
    ['«Prevents osteoporosis».', 'Supports strong bones.'],
    ['Elderberry syrup could help «fight influenza».', 'Elderberry syrup could help support normal immune function.'],
    { marked: 'Our magnesium capsules «support healthy muscles».', fixed: 'Our magnesium capsules support healthy muscles.\n\nThese statements have not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.', options: { disclaimer: true }, anywhere: false },
  ],
  ok: [
    'Calcium supports normal bones.',
    'Helps you sleep well.',
    'This supplement is not intended to diagnose, treat, cure, or prevent any disease.',
    'Omeprazole relieves heartburn.[^1]',
    'Our gummies do not treat insomnia.',
    'Does turmeric treat arthritis?',
    'Contains 200 mg of magnesium.',
    'Natural vanilla flavor.',
    'Supports a healthy immune system.',
    'Take two capsules with water.',
    { text: 'Our magnesium capsules support healthy muscles.\n\nThese statements have not been evaluated by the FDA.', options: { disclaimer: true }, anywhere: false },
    { text: 'Water supports life on earth.', options: { disclaimer: true } },
    'Doctors treat gout with allopurinol.',
    'Myth: garlic cures hypertension.',
    'Natural light helps you wake up.',
  ],
});
