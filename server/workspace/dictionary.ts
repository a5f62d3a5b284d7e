/** The packed dictionary that stands beside the bundles, by the name that the programs know it by. */
export { openDictionary } from '../../rules/lexicon/dictionary.js';
