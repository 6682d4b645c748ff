/** The scanner that all scans share: every rule, over a kernel of its own. */

import { newScanner, RULES, type Scanner, SHORT_PREFIXES } from '@leasehold/checks';
import { openKernel } from '@leasehold/kernel';
import { customRules } from './custom/rule-loader.ts';
import type { ScannerSource } from './custom/scanner-source.ts';

export type { ScannerSource } from './custom/scanner-source.ts';

/** A scanner and the memory that it looks at in place. */
export interface RoomyScanner extends Scanner {
  /** Room for that many bytes; what is scanned there need not be copied. It stays valid as long as nothing longer is scanned. */
  room(length: number): Uint8Array;
}

/**
 * Opens a scanner; one a thread.
 *
 * @param source - custom rules, as `scannerSource` tells them; `readyRules` must have been awaited for it
 * @throws ConfigError with every mistake when a file of custom rules is wrong
 */
export function openScanner(source: ScannerSource = {}): RoomyScanner {
  const own = customRules(source);
  // A value of somebody's own need not hold a run, so that their anchors are looked for wherever they stand.
  const kernel = openKernel(own.length === 0 ? SHORT_PREFIXES : [...SHORT_PREFIXES, ...own.flatMap(({ prefixes }) => prefixes)]);
  return { ...newScanner(kernel, own.length === 0 ? RULES : [...RULES, ...own]), room: kernel.room };
}
