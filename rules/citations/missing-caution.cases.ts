/** Cases of `missing-caution`: whole articles. */
import { defineCases } from '../testing/cases.js';

const caution = (name: string): string => `> Talk to a doctor or pharmacist before using ${name}, especially if you are pregnant or take other medicines.`;

export const cases = defineCases({
  wholeFile: true,
  bad: [
    {
      marked: '«# Chamomile»\n\nChamomile may improve sleep. Chamomile reduces anxiety.',
      fixed: `# Chamomile\n\nChamomile may improve sleep. Chamomile reduces anxiety.\n\n${caution('chamomile')}`,
      severity: 'information',
    },
    {
      marked: '«# Turmeric»\r\n\r\nTurmeric reduces pain and improves mobility.\r\n\r\n## References\r\n\r\n- Lee 2020\r\n',
      fixed: `# Turmeric\r\n\r\nTurmeric reduces pain and improves mobility.\r\n\r\n${caution('turmeric')}\r\n\r\n## References\r\n\r\n- Lee 2020\r\n`,
    },
    {
      marked: '«# Ashwagandha»\n\nAshwagandha lowers stress.[^1] It may also improve sleep.\n\n[^1]: Lee 2020\n',
      fixed: `# Ashwagandha\n\nAshwagandha lowers stress.[^1] It may also improve sleep.\n\n${caution('ashwagandha')}\n\n[^1]: Lee 2020\n`,
    },
    { marked: '«# Kava»\n\nKava may relieve anxiety. Kava may improve sleep. Talk to your doctor.', severity: 'warning', message: /of its risks/ },
    { marked: '«# Kratom»\n\nKratom may ease pain. Kratom may improve mood. Side effects include nausea.', severity: 'warning', message: /ask a professional/ },
    '«# Ginger»\n\n- Ginger reduces nausea\n- Ginger eases pain\n',
    '«# Fasting»\n\nFasting may reduce body weight and may improve insulin resistance.',
    { marked: '«# Ginseng»\n\nGinseng may improve memory. It may reduce fatigue.', options: { snippet: 'Ask about {name}.' }, fixed: '# Ginseng\n\nGinseng may improve memory. It may reduce fatigue.\n\nAsk about ginseng.' },
  ],
  ok: [
    '# Chamomile\n\nChamomile may improve sleep. Chamomile reduces anxiety. Side effects are rare.',
    '# Chamomile\n\nChamomile may improve sleep. Chamomile reduces anxiety. Ask your pharmacist first.',
    '# Chamomile\n\nChamomile may improve sleep.',
    '# Chamomile\n\nChamomile is a plant with white flowers.',
    '# Chamomile\n\nDoes chamomile improve sleep? Does it reduce anxiety?',
    '# Chamomile\n\nChamomile does not improve sleep. It does not reduce anxiety.',
    '---\ntitle: Chamomile\ndisclaimer: true\n---\n\nChamomile may improve sleep. Chamomile reduces anxiety.',
    '# Kava\n\nKava may relieve anxiety. It can cause liver injury; talk to a doctor.',
    '# Walking\n\nWalking improves mood. Walking reduces stress.',
    '# Recipe\n\nSlice the ginger and boil it.',
    '# Readme\n\nChamomile may improve sleep. Chamomile reduces anxiety.',
    '# Warfarin\n\nWarfarin prevents clots. Warfarin lowers the risk of stroke. It interacts with many foods.',
  ],
});
