/** The folder that paths count from. */

import { realpathSync } from 'node:fs';

/** The current folder, with links followed. */
export function here(): string {
  return realpathSync.native(process.cwd());
}
