// Packs the word lists (@cspell/dict-en_us and @cspell/dict-scientific-terms-us, both MIT) into one binary that
// rules/lexicon/dictionary.ts reads in place. `packDictionary(outFile)` is for the build; run directly: `node scripts/pack-dictionary.mjs [FILE]`.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { TEXT_LOADERS } from './loaders.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const GENERAL = 'node_modules/@cspell/dict-en_us/en_US.trie.gz';
const SCIENTIFIC = 'node_modules/@cspell/dict-scientific-terms-us/dict/custom_scientific_US.trie.gz';
/** Known misspellings, which the lists contain too: they are left out. */
const MISSPELLINGS = ['rules/lexicon/data/spelling/misspellings.txt', 'rules/lexicon/data/spelling/general.txt', 'rules/lexicon/data/terms/misspellings.txt'];
const INPUTS = [GENERAL, SCIENTIFIC, ...MISSPELLINGS, 'scripts/pack-dictionary.mjs'];

/** The packages whose words are in the dictionary: their licences go with it. */
export const PACKED_PACKAGES = ['@cspell/dict-en_us', '@cspell/dict-scientific-terms-us'];

/** Writes the packed dictionary to `outFile`; from the cache where nothing that goes into it has changed. Returns its size in bytes. */
export async function packDictionary(outFile) {
  const inputs = INPUTS.map((path) => join(root, path)).filter((path) => existsSync(path));
  const hash = createHash('sha256');
  for (const path of inputs) hash.update(readFileSync(path)).update('\0');
  const code = await bundleReader();
  hash.update(code);
  const cached = join(root, 'node_modules/.cache/health-lint', `dictionary-${hash.digest('hex').slice(0, 16)}.bin`);
  if (!existsSync(cached)) {
    mkdirSync(dirname(cached), { recursive: true });
    writeFileSync(cached, await pack(await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)));
  }
  mkdirSync(dirname(outFile), { recursive: true });
  copyFileSync(cached, outFile);
  return readFileSync(outFile).length;
}

async function pack(format) {
  const wrong = new Set(MISSPELLINGS.filter((path) => existsSync(join(root, path))).flatMap((path) => firstColumn(readFileSync(join(root, path), 'utf8'))));
  const general = generalWords(await wordsOf(GENERAL), wrong);
  markStandings(general, format);
  const scientific = scientificWords(await wordsOf(SCIENTIFIC), general, wrong, format);
  addTerms(general, format);
  const { edges, rootEdge } = packAutomaton(general, format);
  const filter = packFilter(scientific, format);
  const head = new Uint32Array(format.HEADER);
  head.set([format.MAGIC, edges.length, filter.seed, filter.segmentLength, filter.segments, filter.fingerprints.length, rootEdge]);
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(edges.buffer), Buffer.from(filter.fingerprints.buffer)]);
}

/** The reader's own constants and hashes and the spelling rules' own verdict on a word, so that both sides cannot differ; with the lexicon inside. */
async function bundleReader() {
  const contents = ['lexicon/dictionary', 'lexicon/terms', 'terms/words'].map((path) => `export * from './rules/${path}.js';`).join('\n');
  const { outputFiles } = await build({ stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, write: false, format: 'esm', loader: TEXT_LOADERS, logLevel: 'error' });
  return outputFiles[0].contents;
}

async function wordsOf(path) {
  const { decodeTrie } = await import('cspell-trie-lib');
  return decodeTrie(gunzipSync(readFileSync(join(root, path)))).words();
}

const firstColumn = (text) => text.split('\n').filter((line) => line.includes('\t') && !line.startsWith('#')).map((line) => line.split('\t')[0].trim().toLowerCase());

const plain = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/\u2019/g, "'");

/** General words in lower case with the way they are written: 1 lower case, 2 with a capital, 3 both. Possessives, digits and the lists' own markers are left out. */
function generalWords(words, wrong) {
  const found = new Map();
  for (const raw of words) {
    if (/^[~!*+:]/.test(raw)) continue;
    const word = plain(raw).replace(/'s?$/, '');
    const lower = word.toLowerCase();
    if (!/^[a-z][a-z'-]*$/.test(lower) || wrong.has(lower)) continue;
    found.set(lower, (found.get(lower) ?? 0) | (word === lower ? 1 : 2));
  }
  return found;
}

/** Notes, in the bits above those two, what the spelling rules find out about a right word; of the case in which it is written and of the user's words that is independent. */
function markStandings(general, { verdictOn, STANDINGS }) {
  const resources = resourcesWith(general);
  for (const [word, flags] of general) if (/^[a-z]{3,}$/.test(word)) general.set(word, flags | (STANDINGS.indexOf(standingOf(word, verdictOn(word, resources))) << 2));
}

/** Adds the words of curated terms with their standing and nothing else (`kratom`): the dictionary still does not have them. */
function addTerms(general, { verdictOn, allTerms, STANDINGS }) {
  const resources = resourcesWith(new Map(general));
  const words = allTerms().flatMap(({ name }) => plain(name).toLowerCase().split(/[^a-z']+/)).flatMap((word) => [word, `${word}s`]);
  for (const word of words) {
    if (!/^[a-z]{3,}$/.test(word) || general.has(word)) continue;
    const standing = standingOf(word, verdictOn(word, resources));
    if (standing) general.set(word, STANDINGS.indexOf(standing) << 2);
  }
}

/** What there is to say about a word (see `Standing`); undefined for all that is more. */
function standingOf(word, verdict) {
  if (verdict === null) return 'ordinary';
  const { folded, ending, standing, misspellingOf, genus, genera, epithet, collocation, lead } = verdict;
  const only = lead && folded === word && ending === '' && misspellingOf === undefined && !genus && !genera && !epithet && !collocation;
  return only && (standing === 'term' || standing === 'general') ? standing : undefined;
}

const resourcesWith = (general) => ({ words: new Set(), dictionary: { has: (word) => general.has(word), listOf: (word) => (general.has(word) ? 'general' : undefined) } });

/** Scientific names in lower case that general English lacks; joined names by their parts. A plural is left out where its singular is there. */
function scientificWords(words, general, wrong, { LONGEST }) {
  const found = new Set();
  for (const raw of words) {
    if (/^[~!*+:]/.test(raw)) continue;
    for (const part of plain(raw).replace(/'s?$/, '').toLowerCase().split(/[^a-z']+/)) if (/^[a-z]{4,}$/.test(part) && part.length <= LONGEST && !general.has(part) && !wrong.has(part)) found.add(part);
  }
  return [...found].filter((word) => !(word.endsWith('s') && (found.has(word.slice(0, -1)) || general.has(word.slice(0, -1)))));
}

/** Minimal acyclic automaton of sorted words (Daciuk et al. 2000), its nodes laid out as runs of edges. */
function packAutomaton(words, { ALPHABET, LAST, WORD, NAME, STANDING_SHIFT, TARGET_SHIFT }) {
  const register = new Map();
  const newNode = () => ({ edges: [], id: -1 });
  const start = newNode();
  let path = [{ node: start, edge: undefined }];
  const minimize = (depth) => {
    for (let i = path.length - 1; i > depth; i--) {
      const { node, edge } = path[i];
      const key = node.edges.map(({ letter, flags, target }) => `${letter}${flags}:${target?.id ?? ''}`).join(',');
      let same = register.get(key);
      if (!same) {
        same = node;
        same.id = register.size;
        register.set(key, same);
      }
      edge.target = same.edges.length > 0 ? same : undefined;
    }
    path.length = depth + 1;
  };
  let previous = '';
  for (const word of [...words.keys()].sort()) {
    let common = 0;
    while (common < word.length && common < previous.length && word[common] === previous[common]) common++;
    minimize(common);
    for (let i = common; i < word.length; i++) {
      const edge = { letter: word[i], flags: 0, target: undefined };
      path[path.length - 1].node.edges.push(edge);
      path.push({ node: newNode(), edge });
    }
    path[path.length - 1].edge.flags = words.get(word);
    previous = word;
  }
  minimize(0);
  const nodes = [start, ...[...register.values()].filter(({ edges }) => edges.length > 0)];
  // Index 0 is kept free: a target of 0 means that the node has no edges.
  let at = 1;
  const place = new Map();
  for (const node of nodes) {
    place.set(node, at);
    at += node.edges.length;
  }
  const edges = new Uint32Array(at);
  for (const node of nodes) {
    node.edges.forEach(({ letter, flags, target }, i) => {
      const last = i === node.edges.length - 1 ? LAST : 0;
      edges[place.get(node) + i] = (ALPHABET.indexOf(letter) | last | (flags & 1 ? WORD : 0) | (flags & 2 ? NAME : 0) | ((flags >> 2) << STANDING_SHIFT) | ((target ? place.get(target) : 0) << TARGET_SHIFT)) >>> 0;
    });
  }
  return { edges, rootEdge: 1 };
}

/** Binary fuse filter: peels the words' three-slot hypergraph and sets the fingerprints in reverse order. */
function packFilter(words, { hashWord, slotsOf }) {
  const segmentLength = 2 ** Math.min(18, Math.max(4, Math.floor(Math.log(words.length) / Math.log(3.33) + 2.25)));
  const size = Math.floor(words.length * Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(words.length)));
  const segments = Math.ceil(size / segmentLength) + 2;
  const total = segments * segmentLength;
  for (let seed = 1; seed < 100; seed++) {
    const slots = words.map((word) => slotsOf(hashWord(word, seed), segmentLength, segments));
    const count = new Uint32Array(total);
    const xor = new Uint32Array(total);
    slots.forEach((three, i) => {
      for (let k = 0; k < 3; k++) {
        count[three[k]]++;
        xor[three[k]] ^= i;
      }
    });
    const queue = [];
    for (let slot = 0; slot < total; slot++) if (count[slot] === 1) queue.push(slot);
    const order = [];
    while (queue.length > 0) {
      const slot = queue.pop();
      if (count[slot] !== 1) continue;
      const i = xor[slot];
      order.push([i, slot]);
      for (let k = 0; k < 3; k++) {
        const other = slots[i][k];
        count[other]--;
        xor[other] ^= i;
        if (count[other] === 1) queue.push(other);
      }
    }
    if (order.length < words.length) continue;
    const bits = new Uint16Array(total);
    for (const [i, slot] of order.reverse()) {
      const [x, y, z, fingerprint] = slots[i];
      bits[slot] = fingerprint ^ bits[x] ^ bits[y] ^ bits[z] ^ bits[slot];
    }
    const fingerprints = new Uint8Array(total + Math.ceil(total / 4));
    bits.forEach((value, slot) => {
      fingerprints[slot] = value & 255;
      fingerprints[total + (slot >> 2)] |= (value >> 8) << ((slot & 3) << 1);
    });
    return { seed, segmentLength, segments, fingerprints };
  }
  throw new Error('The scientific names could not be packed');
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const outFile = process.argv[2] ?? join(root, 'dist/dictionary.bin');
  console.log(`${outFile}: ${await packDictionary(outFile)} bytes`);
}
