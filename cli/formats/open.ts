/** Opens a report format by its name. */
import type { Arguments } from '../arguments.js';
import type { Format } from './format.js';

/** Loads one format; the others stay on disk. */
export async function openFormat({ format, command, color, fix, stdin, names }: Arguments): Promise<Format> {
  switch (format) {
    case 'json':
      return (await import('./json.js')).jsonFormat(command === 'claims' ? 'claims' : 'lint');
    case 'ndjson':
      return (await import('./json.js')).ndjsonFormat();
    case 'github':
      return (await import('./github.js')).githubFormat();
    case 'sarif':
      return (await import('./sarif.js')).sarifFormat();
    case 'junit':
      return (await import('./junit.js')).junitFormat();
    case 'html':
      return (await import('./html.js')).htmlFormat();
    default: {
      const stream = stdin && fix ? process.stderr : process.stdout;
      const { colorsFor } = await import('./colors.js');
      const colors = colorsFor(stream, color);
      if (command === 'claims') return (await import('./pretty-claims.js')).prettyClaimsFormat(colors);
      return (await import('./pretty.js')).prettyFormat({ colors, fix, stdin, names });
    }
  }
}
