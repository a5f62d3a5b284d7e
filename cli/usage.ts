/** The help text. */
import { VERSION } from '../server/workspace/version.js';

const USAGE = `Health Lint checks health articles in Markdown: claims, sources, terms, wording.

  health-lint [lint] [PATH...]   check files and folders (default: the current folder)
  health-lint claims [PATH...]   list every health claim with its strength and sources
  health-lint explain [RULE]     say what a rule means, or list all rules
  health-lint init               write a .health-lint.json to start from

Options
  --format NAME      pretty (default), json, ndjson, github, sarif, junit, html
                     (claims: pretty, json, ndjson)
  --fix              apply safe fixes to the files
  --fail-on LEVEL    exit with 1 at this severity or above: error (default),
                     warning, information, never
  --config FILE      use this configuration, not the nearest .health-lint.json
  --stdin            read one article from standard input
                     (with --fix: print the fixed article, report on standard error)
  --stdin-path NAME  its name in the report, and where to look for a configuration
  --ndjson           read {"path": "...", "text": "..."} a line from standard input,
                     write one result a line
  --jobs N           worker threads for many files (default: one per processor)
  --cache            keep results and check only files that have changed
  --color, --no-color
  -h, --help         -v, --version

Exit codes: 0 nothing at or above --fail-on, 1 something or a file that could
not be read, 2 could not run.
`;

export function printUsage(): number {
  process.stdout.write(USAGE);
  return 0;
}

export function printVersion(): number {
  process.stdout.write(`${VERSION}\n`);
  return 0;
}
