/** The order of a pack's objects as git keeps it beside the pack (gitformat-pack, "pack-*.rev files"). */

import { readFileSync } from 'node:fs';

const HEAD = 12;

/**
 * Reads the positions in the index in the order of the offsets.
 *
 * @returns undefined when there is no such file, or it is not right
 */
export function readReverseIndex(path: string, offsets: Float64Array): Uint32Array | undefined {
  const table = tableOf(path, offsets.length);
  if (table === undefined) return undefined;
  const positions = new Uint32Array(new SharedArrayBuffer(offsets.length * 4));
  positions.set(table);
  let before = -1;
  for (let k = 0; k < positions.length; k++) {
    const offset = offsets[positions[k] as number];
    // In order, and each once, for offsets differ.
    if (offset === undefined || offset <= before) return undefined;
    before = offset;
  }
  return positions;
}

function tableOf(path: string, count: number): Uint32Array | undefined {
  try {
    const bytes = readFileSync(path);
    if (bytes.length < HEAD + count * 4 || bytes.readUInt32BE(0) !== 0x52494458 || bytes.readUInt32BE(4) !== 1) return undefined;
    const table = new Uint8Array(count * 4);
    table.set(bytes.subarray(HEAD, HEAD + count * 4));
    Buffer.from(table.buffer).swap32();
    return new Uint32Array(table.buffer);
  } catch {
    return undefined;
  }
}
