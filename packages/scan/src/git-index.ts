/** The list of tracked files, read out of git's index. */

/** Entry types that are files: a submodule or a link is not scanned. */
const REGULAR = 0o10;
const EXTENDED = 0x4000;
const FIXED = 40;

/**
 * Lists the files that an index tracks.
 *
 * Versions 2 to 4 are read. An index that is split, sparse or of another form is not: whoever asks must let git list them.
 *
 * @param bytes - content of `.git/index`
 * @param hashLength - 20, or 32 where the repository's object format is SHA-256
 * @returns paths from the root of the working tree, latin1, in the order of their bytes; undefined when the index is not understood
 * @see https://git-scm.com/docs/index-format
 */
export function readGitIndex(bytes: Buffer, hashLength: number): readonly string[] | undefined {
  if (bytes.length < 12 + hashLength || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  const end = bytes.length - hashLength;
  const paths: string[] = [];
  let path = '';
  let at = 12;
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const flagsAt = at + FIXED + hashLength;
    if (flagsAt + 4 > end) return undefined;
    let nameAt = flagsAt + ((bytes.readUInt16BE(flagsAt) & EXTENDED) !== 0 ? 4 : 2);
    if (version === 4) {
      const strip = readOffset(bytes, nameAt);
      nameAt = strip.next;
      path = path.slice(0, Math.max(0, path.length - strip.value));
    } else {
      path = '';
    }
    const close = bytes.indexOf(0, nameAt);
    if (close < 0 || close >= end) return undefined;
    path += bytes.toString('latin1', nameAt, close);
    const type = bytes.readUInt32BE(at + 24) >>> 12;
    // A path that is in conflict stands there up to three times.
    if (type === REGULAR && path !== paths.at(-1)) paths.push(path);
    at = version === 4 ? close + 1 : at + ((close - at + 8) & ~7);
  }
  return isWhole(bytes, at, end) ? paths : undefined;
}

/** Whether the extensions behind the entries are such as may be passed over: those in capitals. */
function isWhole(bytes: Buffer, from: number, end: number): boolean {
  let at = from;
  while (at + 8 <= end) {
    if ((bytes[at] ?? 0) >= 0x61) return false;
    at += 8 + bytes.readUInt32BE(at + 4);
  }
  return at === end;
}

/** A number of variable length, as in the offsets of a pack. */
function readOffset(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let at = from;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0 && at - from < 8) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, next: at };
}
