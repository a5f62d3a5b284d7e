// Articles for the benchmarks, made from nothing but this file: the same on every machine, no sentence twice.

const SUBJECTS = ['Kratom', 'Ashwagandha', 'Green tea', 'The extract', 'Daily walking', 'Melatonin', 'A magnesium supplement', 'Turmeric', 'This practice', 'Valerian root'];
const CLAIMS = ['may reduce anxiety in some adults', 'does increase dopamine levels', 'lowers blood pressure', 'is associated with a lower risk of stroke', 'has been used for centuries', 'was sold in many shops', 'could help people sleep', 'interacts with several medicines', 'is still being studied', 'contains a number of alkaloids'];
const FRAMES = ['Studies suggest that it helps with sleep', 'The agency has not approved it for any use', 'Researchers are testing whether the effect lasts', 'It is not known how long the effect lasts', 'Some people report nausea after the first cup', 'A pharmacist can tell which medicines it changes', 'The leaves are dried and ground to a powder', 'Most shops sell it as capsules', 'People with liver disease should ask a doctor first', 'The trial was small and short'];

/** A generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An article of about `size` characters. */
export function article(size, seed = 1) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  let serial = 0;
  const sentence = () => {
    serial++;
    const text = next() < 0.45 ? `${pick(SUBJECTS)} ${pick(CLAIMS)}` : pick(FRAMES);
    const tail = next();
    if (tail < 0.2) return `${text}, as described in part ${serial}.`;
    if (tail < 0.3) return `${text} ([report ${serial}](https://example.org/report/${serial})).`;
    if (tail < 0.4) return `**Note ${serial}.** ${text}.`;
    if (tail < 0.5) return `${text}.[^${serial}]`;
    return `${text} in group ${serial}.`;
  };
  const parts = [`# Article ${seed}`];
  let length = 0;
  while (length < size) {
    const kind = next();
    const part =
      kind < 0.1 ? `## Part ${++serial}` : kind < 0.25 ? Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n') : Array.from({ length: 4 + Math.floor(next() * 4) }, sentence).join(' ');
    parts.push(part);
    length += part.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}
