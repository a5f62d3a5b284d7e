/** Opens the packed dictionary that stands beside the bundles. */
import type { Dictionary } from '../../rules/index.js';

/** The dictionary in these bytes, as `scripts/pack-dictionary.mjs` packed them. */
export function openDictionary(_bytes: Uint8Array): Dictionary | undefined {
  return undefined;
}
