#!/usr/bin/env node
/** The command `health-lint`: starts the program behind it. */
import { runProgram } from './compiled.js';

runProgram(`${import.meta.dirname}/chunks/main.cjs`, true);
