/** Tells archives by their first bytes, never by their names. */

/** What an archive is; `other` is one that is not opened. */
export type ArchiveFormat = 'zip' | 'gzip' | 'tar' | 'other';

/** Bytes that are needed to tell. */
export const MAGIC: number = 512;

const MAGICS: readonly (readonly [head: string, format: ArchiveFormat])[] = [
  ['PK\x03\x04', 'zip'],
  // Without an entry.
  ['PK\x05\x06', 'zip'],
  ['\x1f\x8b\x08', 'gzip'],
  ['7z\xbc\xaf\x27\x1c', 'other'],
  ['\xfd7zXZ\0', 'other'],
  ['\x28\xb5\x2f\xfd', 'other'],
  ['Rar!\x1a\x07', 'other'],
  ['\x04\x22\x4d\x18', 'other'],
];
/** Only the digit and the mark of the first block tell bzip2 from text. */
const BZIP2 = /^BZh[1-9]1AY&SY/;
const CHECKSUM_AT = 148;

/**
 * The format of what begins like this; undefined when it is no archive.
 *
 * @param head - the first {@link MAGIC} bytes, or all there are
 */
export function archiveFormat(head: Uint8Array): ArchiveFormat | undefined {
  const known = MAGICS.find(([magic]) => beginsWith(head, magic));
  if (known) return known[1];
  if (isTarHeader(head)) return 'tar';
  return BZIP2.test(String.fromCharCode(...head.subarray(0, 10))) ? 'other' : undefined;
}

function beginsWith(head: Uint8Array, magic: string): boolean {
  for (let at = 0; at < magic.length; at++) if (head[at] !== magic.charCodeAt(at)) return false;
  return true;
}

/** Tells whether a block is a header of tar by its checksum: the sum of its bytes, those of the checksum taken as blanks. The magic word is missing in the oldest form. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < MAGIC || block[0] === 0) return false;
  const told = /^ *([0-7]{1,7})[ \0]/.exec(String.fromCharCode(...block.subarray(CHECKSUM_AT, CHECKSUM_AT + 8)))?.[1];
  if (told === undefined) return false;
  let sum = 8 * 0x20;
  for (let at = 0; at < MAGIC; at++) if (at < CHECKSUM_AT || at >= CHECKSUM_AT + 8) sum += block[at] as number;
  return sum === Number.parseInt(told, 8);
}
