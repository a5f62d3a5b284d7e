/** The engine's invariants, over random Markdown and random edits. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, createLinter, editsFor, NO_RESOURCES, parseArticle, resolveConfig, rules, type Article, type Finding } from '../../rules/index.js';
import { edit, edits, markdown } from './nasty-markdown.js';

const config = resolveConfig(rules, 'strict');
const linter = createLinter(rules, config);
const forgetful = createLinter(rules, config, NO_RESOURCES, false);
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };

/** Findings with their fixes and related places worked out. */
const plain = (findings: readonly Finding[]): object[] => findings.map((one) => ({ ...one, related: one.related, fixes: one.fixes.map((fix) => ({ ...fix, edits: fix.edits })) }));

test('any string is an article, no rule throws or says a thing twice, and every span lies inside the text', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const article = parseArticle(text);
      for (const { start, value } of article.blocks) expect(article.text.slice(start, start + value.text.length)).toBe(value.text);
      const { findings, failures } = forgetful.lint(article);
      expect(failures).toEqual([]);
      expect(findings.map(({ rule, start, end }) => `${rule} ${start} ${end}`).filter((one, i, all) => all.indexOf(one) < i)).toEqual([]);
      for (const finding of findings) {
        expect(finding.start).toBeGreaterThanOrEqual(0);
        expect(finding.end).toBeGreaterThanOrEqual(finding.start);
        expect(finding.end).toBeLessThanOrEqual(text.length);
        for (const { edits: list } of finding.fixes) expect(() => applyEdits(text, list)).not.toThrow();
      }
    }),
    runs,
  );
});

test('incremental parse and memo give what a full parse without memo gives, after any edits', () => {
  fc.assert(
    fc.property(markdown, edits, (start, list) => {
      let text = start;
      let article: Article = parseArticle(text);
      linter.lint(article);
      for (const one of list) {
        text = edit(text, one);
        article = parseArticle(text, article);
        expect(article).toEqual(parseArticle(text));
        expect(plain(linter.lint(article).findings)).toEqual(plain(forgetful.lint(parseArticle(text)).findings));
      }
    }),
    runs,
  );
});

test('fixing everything that is safe settles: a second run changes nothing, and brings no finding of a rule that was fixed away', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      let current = text;
      for (let round = 0; round < 10; round++) {
        const list = editsFor(forgetful.lint(parseArticle(current)).findings);
        if (list.length === 0) return;
        current = applyEdits(current, list);
      }
      expect(editsFor(forgetful.lint(parseArticle(current)).findings)).toEqual([]);
    }),
    runs,
  );
});
