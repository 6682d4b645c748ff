/** The log of a GitHub Actions step: plain lines, and annotations for what needs attention. */

import * as core from '@actions/core';
import type { Log } from '@leasehold/core';
import { printLine } from './print-line.ts';

/** The runner reads a line that starts with `::`, white space aside, or that holds `##[` as a command; a value from outside must never become one. U+0085 is white space to the runner and not to JavaScript. */
const COMMAND = /^([\s\u0085]*)(::|##\[)/gm;

/** Makes text safe to print: no line of it can be a workflow command. */
export function withoutCommands(text: string): string {
  return text.replace(COMMAND, '$1\u200b$2').replaceAll('##[', '##\u200b[');
}

/**
 * The log of a step: `@actions/core` for what is a command, plain lines for what is not.
 *
 * @param print - writes one line
 */
export function githubLog(print: (line: string) => void = printLine): Log {
  return {
    debug: (line) => core.debug(line),
    info: (line) => print(withoutCommands(line)),
    notice: (line) => core.notice(line),
    warning: (line) => core.warning(line),
    error: (line) => core.error(line),
  };
}
