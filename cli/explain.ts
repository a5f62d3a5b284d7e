/** `health-lint explain`: a rule's page, or the list of all rules. */
import { readFile } from 'node:fs/promises';
import { nearestName, rules, type RuleMeta } from '../rules/index.js';
import { CannotRun, type Arguments } from './arguments.js';
import { bundleFolder } from './bundle.js';
import { colorsFor } from './formats/colors.js';

type Meta = RuleMeta<Record<string, unknown>>;

/** @throws {CannotRun} for a rule that does not exist. */
export async function explain({ names, color, format }: Arguments): Promise<number> {
  const metas = rules.map(({ meta }) => meta as Meta);
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(names.length ? names.map((name) => find(metas, name)) : metas, undefined, 2)}\n`);
    return 0;
  }
  if (names.length === 0) {
    process.stdout.write(listOf(metas, color));
    return 0;
  }
  for (const name of names) process.stdout.write(await pageOf(find(metas, name)));
  return 0;
}

function find(metas: readonly Meta[], name: string): Meta {
  const meta = metas.find(({ id }) => id === name);
  if (meta) return meta;
  const near = nearestName(name, metas.map(({ id }) => id));
  throw new CannotRun(`There is no rule “${name}”.${near ? ` Did you mean ${near}?` : ''} \`health-lint explain\` lists the rules.`);
}

function listOf(metas: readonly Meta[], color: boolean | undefined): string {
  const colors = colorsFor(process.stdout, color);
  const width = Math.max(0, ...metas.map(({ id }) => id.length));
  const lines = metas.map(({ id, summary, severity, fixable }) => {
    const fix = fixable === 'no' ? '' : fixable;
    return `${colors.bold(id.padEnd(width))}  ${severity.padEnd(11)}  ${fix.padEnd(10)}  ${summary}`;
  });
  return `${colors.dim(`${'rule'.padEnd(width)}  severity     fix         what it marks`)}\n${lines.join('\n')}\n\nMore on one of them: health-lint explain RULE\n`;
}

/** The page as it was written, and what follows from the rule's metadata where there is no page. */
async function pageOf({ id, summary, why, severity, presets, sources }: Meta): Promise<string> {
  const page = await readFile(new URL(`rules/${id}.md`, bundleFolder), 'utf8').catch(() => undefined);
  const elsewhere = Object.entries(presets ?? {}).map(([preset, value]) => `, ${value} in preset ${preset}`);
  const facts = `Severity: ${severity}${elsewhere.join('')}. To change it: { "rules": { "${id}": "off" } } in .health-lint.json\n`;
  if (page) return `${page.trim()}\n\n${facts}`;
  return `# ${id}\n\n${summary}. ${why}\n\n${sources.map(({ title, url }) => `- ${title}${url ? ` ${url}` : ''}\n`).join('')}\n${facts}`;
}
