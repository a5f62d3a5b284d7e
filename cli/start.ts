#!/usr/bin/env node
/** The command `health-lint`: starts the program behind it. */
import { fileURLToPath } from 'node:url';
import { runProgram } from './compiled.js';

runProgram(fileURLToPath(new URL('./chunks/main.cjs', import.meta.url)), true);
