/** Bytes that are in memory, read as a file is. */

import type { OpenFile } from './open-file.ts';

/**
 * A file with this content.
 *
 * @param read - how many bytes of it have been read
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
