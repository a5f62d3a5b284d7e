/** URIs in one spelling, so that a file that was walked to and the same file opened in an editor are one. */
import { URI, Utils } from 'vscode-uri';
import type { FileSystem } from './workspace/file-system.js';

/** The normal spelling of a URI: editors differ in what they escape. */
export function normalUri(uri: string): string {
  try {
    return URI.parse(uri, false).toString();
  } catch {
    return uri;
  }
}

/** `FileSystem.join` for URIs. */
export const joinUri: FileSystem['join'] = (folder, name) => Utils.resolvePath(URI.parse(folder), ...name.split('\\')).toString();
