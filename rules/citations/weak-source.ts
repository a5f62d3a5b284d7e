/** Flags sources that are too weak to carry a medical statement: shops, social media, wikis, blogs, press releases, news, preprints that are not named as such. */
import type { Block, Citation, Sentence } from '../article/article.js';
import { defineRule, type Report } from '../engine/rule.js';
import { addressesIn } from './addresses.js';
import { cuesOf } from './cues.js';
import { addressOf, hostMatches, kindOfHost, type HostKind } from './source-hosts.js';

interface Options {
  readonly weakHosts: readonly string[];
  readonly acceptedHosts: readonly string[];
}

type Weakness = HostKind | 'listed' | 'animal';

const WEAK: ReadonlySet<string> = new Set<Weakness>(['shop', 'social', 'wiki', 'blog', 'press', 'news', 'preprint', 'listed']);
/** In a list of sources nothing tells which statement a news story is to carry. */
const WEAK_IN_LIST: ReadonlySet<string> = new Set<Weakness>(['shop', 'social', 'wiki', 'blog', 'press', 'preprint', 'listed']);

export const rule = defineRule<Options>({
  meta: {
    id: 'weak-source',
    summary: 'Statements that rest on a shop, a social medium, a wiki, a blog, a press release, a news story or a preprint',
    why: 'Such pages are not checked by anybody who knows the field, or report somebody else’s work: readers deserve the study, review or guideline itself.',
    sources: [
      { title: 'Wikipedia: Identifying reliable sources (medicine)', url: 'https://en.wikipedia.org/wiki/Wikipedia:MEDRS' },
      { title: 'ICMJE Recommendations: preprints', url: 'https://www.icmje.org/recommendations/' },
    ],
    severity: 'information',
    presets: { strict: 'warning' },
    fixable: 'no',
    zones: ['body', 'quote', 'references', 'footnote'],
    options: {
      weakHosts: { type: 'array', description: 'Hosts that are weak sources besides the known ones, such as predatory publishers.', default: [], items: { type: 'string' } },
      acceptedHosts: { type: 'array', description: 'Hosts that are accepted although they are of a weak kind.', default: [], items: { type: 'string' } },
    },
  },
  *checkBlock(block, { options }) {
    const links = block.citations.filter(({ form, href }) => form === 'link' && href !== undefined);
    if (links.length === 0) return;
    const listed = block.zone === 'references' || block.zone === 'footnote';
    const addresses = addressesIn(block);
    for (const link of links) {
      const sentence = block.sentences.find(({ citations }) => citations.includes(link));
      const weakness = weaknessOf(link, options);
      const place = addresses.find(({ start, end }) => start >= link.start && end <= link.end) ?? link;
      const span = { start: place.start, end: place.end };
      if (weakness && (listed ? WEAK_IN_LIST : WEAK).has(weakness)) {
        if (weakness === 'preprint' && saysPreprint(block, sentence, listed)) continue;
        if (listed ? !NAMED_MEDIUM.test(link.label ?? block.prose) && !(weakness === 'shop' && BOOKSHOP.test(link.href!)) : (sentence && carriesStatement(link, sentence, block))) yield { ...span, ...said(weakness) };
      } else if (!listed && sentence && isAnimalStudy(link, sentence, block)) yield { ...span, ...said('animal') };
    }
  },
});

function weaknessOf({ href }: Citation, options: Options): Weakness | undefined {
  const address = addressOf(href!);
  if (!address) return undefined;
  if (options.acceptedHosts.some((entry) => hostMatches(address.host, entry))) return undefined;
  if (options.weakHosts.some((entry) => hostMatches(address.host, entry))) return 'listed';
  return kindOfHost(address.host);
}

// The label says that the link is to back something up, or what it leads to.
const SOURCE_LABEL = /^\W*(?:sources?|ref(?:erence)?s?|citations?|stud(?:y|ies)|trials?|research|evidence|proof|data|review|article|paper|news|(?:press\s+)?release|thread|post|preprint|report|link|here|\d{1,3})\W*$/i;
const RESEARCH_LABEL = /\b(?:stud(?:y|ies)|trials?|research|evidence|proof|proven|scientists|researchers|shows?|found|suggests?)\b/i;
const REPORTS = /\b(?:reports?|reported|found|finds|shows?|showed|suggests?|suggested|claims?|claimed|confirms?|confirmed|proves?|according\s+to|research|stud(?:y|ies)|scientists|evidence)\b/i;
// The page itself is what is talked about: a photo, a video, a book to buy, the article on somebody.
const MEDIUM = /\b(?:photos?|pictures?|images?|videos?|podcasts?|books?|films?|songs?|maps?|buy|shop|order|subscribe|follow|watch|listen|join|group|community|page\s+on|profile)\b/i;

// In a list, an entry that says what it is leaves no doubt about its weight.
const NAMED_MEDIUM = /\b(?:videos?|webinars?|presentations?|talks?|conference|symposium|lectures?|recap|interview|podcast|youtube|blog|thread|tweet|press\s+release)\b/i;

// In a list of sources, the page of a bookseller or a publisher's shop stands for the book.
const BOOKSHOP = /^(?:https?:)?\/\/(?:www\.)?(?:amazon\.|shop\.|(?:\w+\.)?ebay\.|walmart\.)/i;

/** Is the link there to back a statement of the sentence up? */
function carriesStatement(link: Citation, sentence: Sentence, block: Block): boolean {
  const label = link.label ?? '';
  if (MEDIUM.test(label)) return false;
  if (/^\W*(?:here|link|post|page|site|website)\W*$/i.test(label) && !REPORTS.test(sentence.text) && cuesOf(sentence, block).length === 0) return false;
  if (SOURCE_LABEL.test(label)) return !MEDIUM.test(sentence.text) || REPORTS.test(sentence.text);
  if (RESEARCH_LABEL.test(label)) return true;
  if (MEDIUM.test(sentence.text)) return false;
  return cuesOf(sentence, block).some(({ reason }) => reason !== 'finding') || (label === '' && REPORTS.test(sentence.text));
}

const NOT_REVIEWED = /\b(?:peer[\s-]+review(?:ed)?|not\s+(?:yet\s+)?(?:been\s+)?(?:reviewed|published)|unreviewed|unpublished)\b/i;

function saysPreprint(block: Block, sentence: Sentence | undefined, listed: boolean): boolean {
  if (NOT_REVIEWED.test(block.prose)) return true;
  return listed ? /\b(?:preprints?|(?:bio|med|psy|chem|ar)rxiv|research\s+square|ssrn|osf)\b/i.test(block.prose) : /\bpreprints?\b/i.test(withoutLabels(sentence, block));
}

function withoutLabels(sentence: Sentence | undefined, block: Block): string {
  if (!sentence) return '';
  let text = sentence.text;
  for (const { kind, label } of block.inlines) {
    if (kind !== 'link' || !label || label.start < sentence.start || label.end > sentence.end) continue;
    text = text.slice(0, label.start - sentence.start) + ' '.repeat(label.end - label.start) + text.slice(label.end - sentence.start);
  }
  return text;
}

const ANIMALS = /\b(?:rats?|mice|mouse|murine|rodents?|rabbits?|hamsters?|guinea\s+pigs?|zebrafish|drosophila|monkeys?|macaques?|dogs|pigs)\b/i;

/** The title says that it was animals, the sentence doesn't. */
function isAnimalStudy(link: Citation, sentence: Sentence, block: Block): boolean {
  const title = link.label ?? '';
  return title.split(/\s+/).length >= 4 && ANIMALS.test(title) && !/\banimals?\b|\bpre-?clinical\b/i.test(sentence.text) && !ANIMALS.test(withoutLabels(sentence, block));
}

function said(weakness: Weakness): Pick<Report, 'message' | 'data'> {
  return { message: messageOf(weakness), data: { kind: weakness } };
}

function messageOf(weakness: Weakness): string {
  switch (weakness) {
    case 'shop':
      return 'A seller is no source for what its products do. Cite a study, a review or a guideline.';
    case 'social':
      return 'A post is no source for a medical statement. Cite a study, a review or a guideline.';
    case 'wiki':
      return 'Anybody can edit a wiki. Cite the source that its page gives, once you have read it.';
    case 'blog':
      return 'Nobody checks a blog. Cite the study, review or guideline that it speaks of.';
    case 'press':
      return 'A press release is written to make a study known and often overstates it. Cite the study itself.';
    case 'news':
      return 'A news story reports somebody else’s work. Cite the study itself.';
    case 'preprint':
      return 'This is a preprint: nobody has reviewed it yet. Say so, or cite the published paper.';
    case 'animal':
      return 'The title speaks of animals, the sentence doesn’t. Say that this was found in animals, or cite a study in people.';
    default:
      return 'Your settings list this host as a weak source. Cite a better one.';
  }
}
