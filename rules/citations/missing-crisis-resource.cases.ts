/** Cases of `missing-crisis-resource`: whole articles. */
import { defineCases } from '../testing/cases.js';

const us = '> If you are thinking about suicide or self-harm, call or text 988 (Suicide & Crisis Lifeline), any time.';

export const cases = defineCases({
  wholeFile: true,
  bad: [
    { marked: '«# Suicide»\n\nSuicide can be prevented.', fixed: `# Suicide\n\nSuicide can be prevented.\n\n${us}`, data: { topic: 'suicide' } },
    { marked: '«# Low mood»\n\nSome people have suicidal thoughts. Self-harm is common, too.\n', fixed: `# Low mood\n\nSome people have suicidal thoughts. Self-harm is common, too.\n\n${us}\n` },
    {
      marked: '«# Self-harm»\n\nSelf-harm hides distress.\n',
      options: { locale: 'gb' },
      fixed: '# Self-harm\n\nSelf-harm hides distress.\n\n> If you are thinking about suicide or self-harm, call Samaritans on 116 123, any time, free.\n',
    },
    { marked: '«# Self-harm»\n\nSelf-harm hides distress.', options: { snippet: 'Call us.' }, fixed: '# Self-harm\n\nSelf-harm hides distress.\n\nCall us.' },
    { marked: '«# Opioid overdose»\n\nSigns of an overdose are slow breathing and blue lips.', data: { topic: 'overdose' } },
    { marked: '«# Bulimia»\n\nBulimia harms the teeth.', data: { topic: 'eating-disorder' } },
    { marked: '«# Domestic violence»\n\nDomestic violence harms health.', data: { topic: 'violence' } },
    '«# Depression»\n\nThe risk of suicide rises. Watch for plans of suicide.',
    { marked: '# The case\n\nHe «hanged himself» in the barn.', message: /method/, fixed: null },
    { marked: '# The case\n\nShe «slit her wrists» as a girl.', message: /method/ },
    '«# Anorexia»\r\n\r\nAnorexia nervosa is an eating disorder.\r\n',
    '---\ntitle: Suicide\n---\n\n«# Suicide»\n\nSuicide is common.\n',
  ],
  ok: [
    '# Suicide\n\nIf you think about suicide, call or text 988.',
    '# Suicide\n\nSuicide can be prevented. Samaritans: 116 123.',
    '# Suicide\n\nSuicide can be prevented. Find a [helpline](https://findahelpline.com).',
    '# Overdose\n\nAn overdose is an emergency: call 911.',
    '# Overdose\n\nIn an overdose, call the emergency services.',
    '# Cells\n\nSuicide genes make cells die. Suicide inhibitors block enzymes.',
    '# Kratom\n\nOne overdose was reported.',
    '# Nausea\n\nSide effects are nausea and anorexia.',
    '# Ibuprofen\n\nIn 2019 the number of overdoses fell.',
    '# News\n\nThe squad trained.',
    '# Readme\n\nSuicide. Suicide.',
    { text: '# The case\n\nHe hanged himself.', options: { methods: false } },
  ],
});
