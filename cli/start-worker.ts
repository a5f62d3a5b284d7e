/** A worker thread of the command line: starts the program behind it. */
import { fileURLToPath } from 'node:url';
import { runProgram } from './compiled.js';

runProgram(fileURLToPath(new URL('./chunks/worker.cjs', import.meta.url)), false);
