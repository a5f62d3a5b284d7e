/** JSON Schema of the configuration, made from the rules' metadata. */
import { SEVERITIES } from './finding.js';
import { PRESETS, type AnyRule, type RuleMeta } from './rule.js';

type Schema = Record<string, unknown>;

/** The schema of the `rules` object, in the configuration file and in the editor's settings: a severity, or an object with options. */
export function rulesSchema(rules: readonly AnyRule[]): Schema {
  return {
    type: 'object',
    description: 'Rules by id: a severity, "off", or an object with "severity" and the rule\'s options.',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map(({ meta }) => [meta.id, ruleSchema(meta as unknown as RuleMeta<Record<string, unknown>>)])),
  };
}

function ruleSchema(meta: RuleMeta<Record<string, unknown>>): Schema {
  const severity = { enum: ['off', ...SEVERITIES] };
  return {
    description: `${meta.summary}. ${meta.why}`,
    default: meta.severity,
    anyOf: [severity, { type: 'object', additionalProperties: false, properties: { severity, ...meta.options } }],
  };
}

/** The schema of `.health-lint.json`. */
export function configFileSchema(rules: readonly AnyRule[]): Schema {
  const strings = (description: string): Schema => ({ type: 'array', items: { type: 'string' }, description });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Health Lint configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: { enum: [...PRESETS], default: 'recommended', description: 'The preset to start from.' },
      rules: rulesSchema(rules),
      words: strings('Words to accept as spelt right.'),
      include: strings('Globs of the articles to check, relative to this file. Default: all Markdown files.'),
      ignore: strings('Files and folders to leave out, in the syntax of .gitignore.'),
      bibliography: {
        anyOf: [{ type: 'string' }, strings('')],
        description: 'Bibliographies (.bib, CSL-JSON or CSL-YAML), relative to this file.',
      },
      retractions: { type: 'string', description: 'A Retraction Watch CSV or a JSON list of retracted publications, relative to this file.' },
    },
  };
}
