/** SARIF 2.1.0 (OASIS), the form in which code-scanning services take results. Written while results come in. */
import type { Replacement, ReportingDescriptor, Result } from 'sarif';
import { rules, type Edit, type RuleMeta, type Severity } from '../../rules/index.js';
import type { FindingRecord } from '../../server/workspace/result.js';
import { VERSION } from '../../server/workspace/version.js';
import type { Format } from './format.js';

const LEVEL = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const satisfies Record<Severity | 'off', string>;

export function sarifFormat(): Format {
  const metas = rules.map(({ meta }) => meta as RuleMeta<Record<string, unknown>>);
  const indexes = new Map(metas.map(({ id }, index) => [id, index]));
  const unread: { readonly path: string; readonly error: string }[] = [];
  const seen = new Map<string, number>();
  let separator = '';
  return {
    begin() {
      const driver = { name: 'health-lint', version: VERSION, semanticVersion: VERSION, rules: metas.map(descriptor) };
      return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`;
    },
    result({ path, error, findings }) {
      if (error !== undefined) unread.push({ path, error });
      seen.clear();
      let text = '';
      for (const finding of findings ?? []) {
        // The same message twice in a file is told apart by its number, as lines shift with every edit.
        const key = `${finding.rule}:${finding.message}`;
        const number = (seen.get(key) ?? 0) + 1;
        seen.set(key, number);
        text += `${separator}\n${JSON.stringify(resultOf(path, finding, indexes.get(finding.rule), `${key}:${number}`))}`;
        separator = ',';
      }
      return text;
    },
    end() {
      const notifications = unread.map(({ path, error }) => ({
        level: 'error',
        message: { text: error },
        locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
      }));
      const invocation = { executionSuccessful: unread.length === 0, ...(notifications.length ? { toolExecutionNotifications: notifications } : {}) };
      return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

function descriptor({ id, summary, why, severity, sources }: RuleMeta<Record<string, unknown>>): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: why },
    help: { text: [why, ...sources.map(({ title, url }) => (url ? `${title}: ${url}` : title))].join('\n') },
    defaultConfiguration: { enabled: severity !== 'off', level: LEVEL[severity === 'off' ? 'information' : severity] },
  };
}

function resultOf(path: string, { rule, severity, message, fixes, ...region }: FindingRecord, ruleIndex: number | undefined, fingerprint: string): Result {
  const artifactLocation = { uri: uriOf(path) };
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(region) } }],
    partialFingerprints: { 'healthLint/v1': fingerprint },
    ...(fixes.length
      ? {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [{ artifactLocation, replacements: edits.map(replacementOf) }],
          })),
        }
      : {}),
  };
}

function replacementOf({ start, end, text }: Edit): Replacement {
  return { deletedRegion: { charOffset: start, charLength: end - start }, insertedContent: { text } };
}

function regionOf({ line, column, endLine, endColumn, start, end }: Omit<FindingRecord, 'rule' | 'severity' | 'message' | 'fixes'>): object {
  return { startLine: line, startColumn: column, endLine, endColumn, charOffset: start, charLength: end - start };
}

/** A relative path or an absolute one as a URI reference. */
function uriOf(path: string): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  if (/^[a-z]%3A\//i.test(escaped)) return `file:///${path.slice(0, 2)}${escaped.slice(4)}`;
  return path.startsWith('/') ? `file://${escaped}` : escaped;
}
