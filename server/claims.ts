/** Answers `healthLint/claims`: the health claims of an open document, for an overview in the editor. */
import { METHODS, type ClaimsParams, type ClaimsResult } from './protocol.js';
import type { Session } from './feature.js';
import { claimRecords } from './workspace/claims.js';

export function registerClaims({ connection, documents }: Session): void {
  connection.onRequest(METHODS.claims, ({ textDocument }: ClaimsParams): ClaimsResult | null => {
    const document = documents.get(textDocument.uri);
    return document ? { version: document.version, claims: claimRecords(documents.article(document)) } : null;
  });
}
