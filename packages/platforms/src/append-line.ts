/** Lines appended to a file in one write, so that a killed process leaves whole lines only. */

import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Appends one line; the file and its folder are made when they are not there, readable by this user only. */
export async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, `${line}\n`, { mode: 0o600 });
}
