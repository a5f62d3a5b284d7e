/** A worker thread of the command line: starts the program behind it. */
import { runProgram } from './compiled.js';

runProgram(`${import.meta.dirname}/chunks/worker.cjs`, false);
