/** Reads `.health-lint.json`: JSON with comments, checked against the rules' own metadata, each problem with its place. */
import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Span } from '../article/article.js';
import { nearestName } from './nearest.js';
import type { RuleChoice } from './config.js';
import { SEVERITIES } from './finding.js';
import { PRESETS, type AnyRule, type OptionSchema, type PresetName, type RuleMeta } from './rule.js';

/** The file's name in any folder; the nearest one above an article counts. */
export const CONFIG_FILE_NAME = '.health-lint.json';

/** What a configuration file says, as far as it is sound; what is wrong is left out. */
export interface ConfigFile {
  readonly extends?: PresetName;
  readonly rules?: Readonly<Record<string, RuleChoice>>;
  /** Words to accept as spelt right. */
  readonly words?: readonly string[];
  /** Globs of articles to check, relative to the file's folder. */
  readonly include?: readonly string[];
  /** Globs to leave out, in the syntax of `.gitignore`. */
  readonly ignore?: readonly string[];
  /** Bibliographies (`.bib`, CSL-JSON, CSL-YAML), relative to the file's folder. */
  readonly bibliography?: readonly string[];
  /** A Retraction Watch CSV or a JSON list, relative to the file's folder. */
  readonly retractions?: string;
}

/** Something wrong in a configuration file. Offsets are in its text. */
export interface ConfigProblem extends Span {
  readonly message: string;
}

export interface ReadConfig {
  readonly config: ConfigFile;
  readonly problems: readonly ConfigProblem[];
  /** True where the text is not JSON, so that `config` may be only a part of what was meant. */
  readonly malformed: boolean;
}

const KEYS = ['$schema', 'extends', 'rules', 'words', 'include', 'ignore', 'bibliography', 'retractions'];

/**
 * Reads a configuration file's text. Never throws: a malformed file gives its problems and what could be understood.
 * An empty file is an empty configuration.
 */
export function readConfigFile(text: string, rules: readonly AnyRule[]): ReadConfig {
  const problems: ConfigProblem[] = [];
  const syntax: ParseError[] = [];
  const source = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  const root = parseTree(source, syntax, { allowTrailingComma: true, allowEmptyContent: true });
  for (const { error, offset, length } of syntax) {
    problems.push({ start: offset, end: offset + Math.max(length, 1), message: `This is not valid JSON: ${sentenceOf(printParseErrorCode(error))}.` });
  }
  const malformed = syntax.length > 0;
  if (!root) return { config: {}, problems, malformed };
  if (root.type !== 'object') {
    problems.push({ ...spanOf(root), message: 'The configuration must be an object: { "rules": { … } }.' });
    return { config: {}, problems, malformed };
  }
  const config: { -readonly [K in keyof ConfigFile]: ConfigFile[K] } = {};
  for (const { name, key, value } of properties(root)) {
    if (!KEYS.includes(name)) {
      problems.push({ ...spanOf(key), message: `Unknown setting “${name}”.${hint(name, KEYS)} Known are: ${KEYS.join(', ')}.` });
      continue;
    }
    if (!value || name === '$schema') continue;
    switch (name) {
      case 'extends':
        if (isOneOf(PRESETS, value.value)) config.extends = value.value;
        else problems.push({ ...spanOf(value), message: `“extends” must be one of ${PRESETS.join(', ')}.` });
        break;
      case 'rules':
        config.rules = readRules(value, rules, problems);
        break;
      case 'retractions':
        if (typeof value.value === 'string') config.retractions = value.value;
        else problems.push({ ...spanOf(value), message: '“retractions” must be the path of a CSV or JSON file.' });
        break;
      case 'bibliography':
        if (typeof value.value === 'string') config.bibliography = [value.value];
        else config.bibliography = readStrings(name, value, problems);
        break;
      default:
        config[name as 'words' | 'include' | 'ignore'] = readStrings(name, value, problems);
    }
  }
  return { config, problems, malformed };
}

function readRules(node: Node, rules: readonly AnyRule[], problems: ConfigProblem[]): Record<string, RuleChoice> {
  const choices: Record<string, RuleChoice> = {};
  if (node.type !== 'object') {
    problems.push({ ...spanOf(node), message: '“rules” must be an object: { "hype-language": "off" }.' });
    return choices;
  }
  const byId = new Map(rules.map(({ meta }) => [meta.id, meta as unknown as RuleMeta<Record<string, unknown>>]));
  for (const { name, key, value } of properties(node)) {
    const meta = byId.get(name);
    if (!meta) {
      problems.push({ ...spanOf(key), message: `There is no rule “${name}”.${hint(name, [...byId.keys()])} \`health-lint explain\` lists the rules.` });
      continue;
    }
    if (!value) continue;
    if (value.type === 'object') choices[name] = readOptions(meta, value, problems);
    else if (isSeverityOrOff(value.value)) choices[name] = value.value;
    else problems.push({ ...spanOf(value), message: `The value must be ${SEVERITY_LIST}, or an object with "severity" and options.` });
  }
  return choices;
}

function readOptions(meta: RuleMeta<Record<string, unknown>>, node: Node, problems: ConfigProblem[]): RuleChoice {
  const choice: Record<string, unknown> = {};
  const names = ['severity', ...Object.keys(meta.options)];
  for (const { name, key, value } of properties(node)) {
    if (!value) continue;
    if (name === 'severity') {
      if (isSeverityOrOff(value.value)) choice.severity = value.value;
      else problems.push({ ...spanOf(value), message: `“severity” must be ${SEVERITY_LIST}.` });
      continue;
    }
    const schema = meta.options[name];
    if (!schema) {
      problems.push({ ...spanOf(key), message: `Rule ${meta.id} has no option “${name}”.${hint(name, names)} It takes: ${names.join(', ')}.` });
      continue;
    }
    const wrong = mismatch(schema, getNodeValue(value));
    if (wrong) problems.push({ ...spanOf(value), message: `Option “${name}” of ${meta.id} ${wrong}.` });
    else choice[name] = getNodeValue(value);
  }
  return choice as RuleChoice;
}

/** What is wrong with a value by its schema, as the end of a sentence; undefined where it fits. */
export function mismatch(schema: OptionSchema, value: unknown): string | undefined {
  switch (schema.type) {
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) return 'must be a whole number';
      break;
    case 'array':
      if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return 'must be a list of strings';
      if (schema.items?.enum && value.some((item) => !schema.items!.enum!.includes(item as string))) return `may hold only ${schema.items.enum.join(', ')}`;
      return undefined;
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be an object';
      const each = schema.additionalProperties;
      if (!each) return undefined;
      for (const [key, item] of Object.entries(value)) {
        if (typeof item !== each.type) return `must hold a ${each.type} for “${key}”`;
        if (each.enum && !each.enum.includes(item as string)) return `must hold one of ${each.enum.join(', ')} for “${key}”`;
      }
      return undefined;
    }
    default:
      if (typeof value !== schema.type) return `must be a ${schema.type}`;
  }
  if (schema.enum && !schema.enum.includes(value)) return `must be one of ${schema.enum.join(', ')}`;
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) return `must be at least ${schema.minimum}`;
  if (typeof value === 'number' && schema.maximum !== undefined && value > schema.maximum) return `must be at most ${schema.maximum}`;
  return undefined;
}

const SEVERITY_LIST = `"off", ${SEVERITIES.map((severity) => `"${severity}"`).join(', ')}`;

function isSeverityOrOff(value: unknown): value is (typeof SEVERITIES)[number] | 'off' {
  return value === 'off' || isOneOf(SEVERITIES, value);
}

function isOneOf<T>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}

function readStrings(name: string, node: Node, problems: ConfigProblem[]): readonly string[] {
  const value: unknown = getNodeValue(node);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value as string[];
  problems.push({ ...spanOf(node), message: `“${name}” must be a list of strings.` });
  return [];
}

function* properties(node: Node): Iterable<{ name: string; key: Node; value: Node | undefined }> {
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key) yield { name: String(key.value), key, value };
  }
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + Math.max(node.length, 1) };
}

function hint(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near ? ` Did you mean “${near}”?` : '';
}

/** `PropertyNameExpected` -> `property name expected`. */
function sentenceOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
