/** The scanner that all scans share: every rule, over a kernel of its own. */

import { newScanner, type Scanner, SHORT_PREFIXES } from '@leasehold/checks';
import { openKernel } from '@leasehold/kernel';

/** A scanner and the memory that it looks at in place. */
export interface RoomyScanner extends Scanner {
  /** Room for that many bytes; what is scanned there need not be copied. It stays valid as long as nothing longer is scanned. */
  room(length: number): Uint8Array;
}

/** Opens a scanner; one a thread. */
export function openScanner(): RoomyScanner {
  const kernel = openKernel(SHORT_PREFIXES);
  return { ...newScanner(kernel), room: kernel.room };
}
