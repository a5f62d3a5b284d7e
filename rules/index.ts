/** The engine's public face: read an article, lint it, apply fixes. */
export * from './article/article.js';
export { parseArticle } from './article/parse.js';
export * from './engine/config.js';
export * from './engine/config-file.js';
export { openCueTable, packCueTable, type CueTable } from './engine/cue-table.js';
export { createCueTable } from './engine/usual-cues.js';
export * from './engine/finding.js';
export { applyEdits, chooseFixes, editsFor, type ChosenFixes } from './engine/fixes.js';
export { createLinter, type Linter, type LintResult, type RuleFailure } from './engine/lint.js';
export { nearestName } from './engine/nearest.js';
export * from './engine/resources.js';
export * from './engine/rule.js';
export { claimsIn, type ArticleClaim, type ClaimSource } from './claims/inventory.js';
export { openDictionary } from './lexicon/dictionary.js';
export { rules } from './registry.generated.js';
