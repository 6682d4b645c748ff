/** A file as tests need it: in memory. */

import type { OpenFile } from './open-file.ts';

/** A file with this content, of which some bytes have been read. */
export function memoryFile(content: Uint8Array, read = 0): OpenFile {
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
