/** Cases of supplement-disease-claim. */
import { defineCases } from '../testing/cases.js';

export const cases = defineCases({
  bad: [
    ['Our gummies may «treat insomnia».', null],
    ['Turmeric capsules «relieve arthritis».', null],
    ['This blend «prevents migraine».', null],
    ['Saw palmetto «treats benign prostatic hyperplasia».', null],
    ['Red yeast rice «lowers high cholesterol».', null],
    ['A «natural alternative to metformin».', null],
    ['Try this «herbal statin».', null],
    ["Many call it «nature's aspirin».", null],
    ['Valerian tincture for «insomnia».', null],
    ['«Relieves heartburn» and «prevents gout».', null],
    ['«Prevents osteoporosis».', null],
    ['Elderberry syrup could help «fight influenza».', null],
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
    'Doctors treat gout with allopurinol.',
    'Myth: garlic cures hypertension.',
    'Natural light helps you wake up.',
  ],
});
