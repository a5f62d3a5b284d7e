/** What a configuration is once it has been resolved: for each rule its severity and options. */
import { SEVERITIES, type Severity } from './finding.js';
import type { AnyRule, PresetName, RuleMeta } from './rule.js';

/** A rule as the configuration wants it run. */
export interface RuleSetting {
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Settings by rule id; a rule that is off is absent. Equal object, equal content: the memo relies on it. */
export interface Config {
  readonly preset: PresetName;
  readonly rules: ReadonlyMap<string, RuleSetting>;
}

/** A person's own word on one rule, from a settings file. */
export type RuleChoice = Severity | 'off' | ({ readonly severity?: Severity | 'off' } & Readonly<Record<string, unknown>>);

/** The configuration that results from a preset and a person's own choices. Unknown rule ids in `choices` are ignored here; validation reports them. */
export function resolveConfig(rules: readonly AnyRule[], preset: PresetName = 'recommended', choices: Readonly<Record<string, RuleChoice>> = {}): Config {
  const settings = new Map<string, RuleSetting>();
  for (const { meta } of rules as unknown as readonly { readonly meta: RuleMeta<Record<string, unknown>> }[]) {
    const choice = choices[meta.id];
    const { severity: chosen, ...options } = typeof choice === 'object' ? choice : { severity: choice };
    const severity = chosen ?? presetSeverity(meta, preset);
    if (severity === 'off') continue;
    settings.set(meta.id, { severity, options: { ...defaultOptions(meta), ...meta.presetOptions?.[preset], ...options } });
  }
  return { preset, rules: settings };
}

/** The severity of a rule in a preset. `strict` is one level up where the rule does not say otherwise; a rule that is off stays off. */
export function presetSeverity(meta: Pick<RuleMeta, 'presets' | 'severity'>, preset: PresetName): Severity | 'off' {
  const own = meta.presets?.[preset];
  if (own !== undefined) return own;
  if (preset !== 'strict' || meta.severity === 'off') return meta.severity;
  return SEVERITIES[Math.max(0, SEVERITIES.indexOf(meta.severity) - 1)]!;
}

/**
 * The severity of a report: the one it names counts from the rule's own default, so a person who moves the rule up or down
 * moves all its reports with it.
 */
export function scaleSeverity(reported: Severity, standard: Severity | 'off', configured: Severity): Severity {
  if (standard === 'off') return reported;
  const shift = SEVERITIES.indexOf(configured) - SEVERITIES.indexOf(standard);
  return SEVERITIES[Math.min(SEVERITIES.length - 1, Math.max(0, SEVERITIES.indexOf(reported) + shift))]!;
}

function defaultOptions(meta: RuleMeta<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(meta.options).map(([name, schema]) => [name, schema.default]));
}
