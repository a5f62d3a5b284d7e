import { expect, test } from 'vitest';
import type { Article } from '../article/article.js';
import { parseArticle } from '../article/parse.js';
import { rules } from '../registry.generated.js';
import { resolveConfig } from './config.js';
import { createLinter } from './lint.js';

const config = resolveConfig(rules, 'strict');

/** What a linter that has seen the versions before says about the last one, and what a fresh one says. */
function lintAfter(versions: readonly string[]): readonly [remembering: object[], fresh: object[]] {
  const linter = createLinter(rules, config);
  let article: Article | undefined;
  let findings: object[] = [];
  for (const text of versions) {
    article = parseArticle(text, article);
    findings = linter.lint(article).findings.map(({ rule, start, end, message }) => ({ rule, start, end, message }));
  }
  const last = createLinter(rules, config).lint(parseArticle(versions.at(-1)!));
  return [findings, last.findings.map(({ rule, start, end, message }) => ({ rule, start, end, message }))];
}

test.each([
  ['a heading that makes a myth of what stands below', ['## Benefits\n\nKava cures anxiety.\n', '## Myths\n\nKava cures anxiety.\n', '## Benefits\n\nKava cures anxiety.\n']],
  ['a heading that opens results', ['## Methods\n\nx\n\n## Life\n\nPain fell by 30% in 40 patients.\n', '## Methods\n\nx\n\n## Results\n\nPain fell by 30% in 40 patients.\n']],
  ['a line that leads in a list', ['Benefits of ginger:\n\n- reduces nausea\n', 'Side effects of ginger:\n\n- reduces nausea\n', 'Benefits of kava:\n\n- reduces nausea\n']],
  ['a sentence that a pronoun refers to', ['Ginger is a root. It cures nausea.\n', 'Walking is free. It cures nausea.\n', 'Ginger is a root. It cures nausea.\n']],
  ['a claim that is left open far away', [...['may', 'will', 'may'].map((modal) => `Kava ${modal} relieve anxiety.\n\n${'A line.\n\n'.repeat(200)}Kava relieves anxiety.\n`)]],
  ['a footnote whose definition comes and goes', [...['', '[^a]: Smith 2020.\n', ''].map((definition) => `Kava relieves anxiety.[^a]\n\n${'A line.\n\n'.repeat(200)}${definition}`)]],
])('remembers nothing that an edit elsewhere has made wrong: %s', (_name, versions) => {
  const [remembering, fresh] = lintAfter(versions);
  expect(remembering).toEqual(fresh);
});
