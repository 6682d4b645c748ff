/** Writing plain lines to standard output. */

import { writeFileSync } from 'node:fs';

const STDOUT = 1;

/** Writes one line at once. `process.stdout` would load the network stack to write to a pipe, 4 ms; it is left to those whose pipe is full. */
export function printLine(line: string): void {
  try {
    writeFileSync(STDOUT, `${line}\n`);
  } catch {
    process.stdout.write(`${line}\n`);
  }
}
