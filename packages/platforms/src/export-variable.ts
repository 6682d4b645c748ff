/** Setting a variable for the steps that follow. */

import { exportVariable as exportByToolkit } from '@actions/core';
import { appendLine } from './append-line.ts';

/**
 * Tells the runner about a variable.
 *
 * A value of one line stands in the runner's file as `NAME=value`. The toolkit takes the form with a delimiter for every value, and to make one unguessable loads all of `node:crypto`, 7 ms of a post step that needs it for nothing else.
 *
 * @param file - value of `GITHUB_ENV`
 */
export function exportVariable(name: string, value: string, file: string | undefined): void {
  if (file && !/[\r\n]/.test(value)) appendLine(file, `${name}=${value}`);
  else exportByToolkit(name, value);
}
