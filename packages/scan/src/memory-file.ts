/** Bytes in memory behind the interface of a file. */

import type { OpenFile } from './open-file.ts';

/**
 * Opens bytes as a file.
 *
 * @param read - how many bytes count as read already
 */
export function memoryFile(content: Uint8Array, read: number = 0): OpenFile {
  let at = read;
  return {
    fill(target) {
      const part = content.subarray(at, at + target.length);
      target.set(part);
      at += part.length;
      return part.length;
    },
    rewind: () => {
      at = 0;
    },
    close: () => undefined,
  };
}
