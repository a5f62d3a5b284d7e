/** The program behind the command `health-lint`: from arguments to an exit code. Loads only what the command needs. */
import { traceOf } from '../server/workspace/errors.js';
import { CannotRun, readArguments, type Arguments } from './arguments.js';

async function run(args: Arguments): Promise<number> {
  switch (args.command) {
    case 'help':
      return (await import('./usage.js')).printUsage();
    case 'version':
      return (await import('./usage.js')).printVersion();
    case 'explain':
      return (await import('./explain.js')).explain(args);
    case 'init':
      return (await import('./init.js')).init();
    default:
      return (await import('./check.js')).check(args);
  }
}

readArguments(process.argv.slice(2))
  .then(run)
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.exitCode = 2;
      // One line that says what to do; anything else is our own fault and needs its stack.
      const words = error instanceof CannotRun ? error.message : `internal error, please report it: ${traceOf(error)}`;
      process.stderr.write(`health-lint: ${words}\n`);
    },
  );
