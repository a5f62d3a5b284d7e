/** The claims of articles for people: what is said to do what, how firmly, and on what source. */
import type { ClaimRecord } from '../../server/workspace/claims.js';
import type { Colors } from './colors.js';
import type { Format } from './format.js';
import { count } from './words.js';

const STRENGTH_WIDTH = 'correlational'.length;

export function prettyClaimsFormat(colors: Colors): Format {
  let unsourced = 0;
  return {
    begin: () => '',
    result({ path, error, claims }) {
      if (error !== undefined) return `${colors.underline(path)}\n  ${colors.red('not read')}  ${error}\n\n`;
      if (!claims?.length) return '';
      unsourced += claims.filter(({ sources }) => sources.length === 0).length;
      return `${colors.underline(path)}\n${claims.map((claim) => entry(claim, colors)).join('')}\n`;
    },
    end: ({ claims, files }) => `${colors.bold(count(claims, 'claim'))} in ${count(files, 'file')}${claims > 0 ? `, ${unsourced} without a source` : ''}.\n`,
  };
}

function entry({ line, column, strength, commitment, direction, exposure, relation, outcome, text, sources }: ClaimRecord, colors: Colors): string {
  const about = [exposure, relation, outcome].filter((part) => part !== '').join(' → ');
  const paint = strength === 'direct' ? colors.yellow : strength === 'none' ? colors.dim : colors.cyan;
  const cited = sources.length > 0 ? colors.green(count(sources.length, 'source')) : colors.dim('no source');
  return `  ${colors.dim(`${line}:${column}`)}  ${paint(strength.padEnd(STRENGTH_WIDTH))}  ${about || text}  ${colors.dim(`${commitment}, ${direction}`)}  ${cited}\n`;
}
