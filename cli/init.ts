/** `health-lint init`: writes a configuration to start from. */
import { writeFile } from 'node:fs/promises';
import { CONFIG_FILE_NAME as CONFIG_FILE } from '../rules/engine/config-file.js';
import { CannotRun } from './arguments.js';

const STARTER = `{
  // What Health Lint checks here. \`health-lint explain\` lists the rules.
  "extends": "recommended",

  // A rule by its id: "off", "error", "warning", "information", "hint",
  // or an object with "severity" and the rule's options.
  "rules": {
    // "hype-language": "off"
  },

  // Words that are spelt rightly here: brands, names.
  "words": [],

  // Globs of files to leave out, as in .gitignore.
  "ignore": []
}
`;

/** Writes the file into the current folder. @throws {CannotRun} where there is one already. */
export async function init(): Promise<number> {
  try {
    await writeFile(CONFIG_FILE, STARTER, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CannotRun(`There is a ${CONFIG_FILE} here already; edit it, or remove it first.`);
    throw new CannotRun(`${CONFIG_FILE} can't be written: ${message}`);
  }
  process.stdout.write(`Wrote ${CONFIG_FILE}. Next: health-lint .\n`);
  return 0;
}
