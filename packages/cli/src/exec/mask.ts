/** Masking in the log of a GitHub job while another command owns stdout. */

import { fstatSync } from 'node:fs';
import type { Output } from '../shell.ts';

const STDERR = 2;

/**
 * Makes the function that tells the runner to hide a value.
 *
 * On stderr, where the runner reads commands too, because whoever reads the command's stdout must not find the value there. Not when stderr goes to a file: then the runner would never see it, and the file would keep it.
 */
export function maskOn(err: Output): (value: string) => void {
  const read = !fstatSync(STDERR).isFile();
  return (value) => {
    if (read && value !== '') err.line(`::add-mask::${escapeData(value)}`);
  };
}

/** How the runner wants the data of a command written. */
function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
