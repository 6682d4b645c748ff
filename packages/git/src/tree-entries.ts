/** What stands in a tree. */

/** A file, folder or submodule of a tree. */
export interface TreeEntry {
  /** As git knows it: 0o100644, 0o100755, 0o120000 a link, 0o040000 a folder, 0o160000 a submodule. */
  readonly mode: number;
  /** Latin1: one character a byte. */
  readonly name: string;
  /** In hexadecimal digits. */
  readonly id: string;
}

const SPACE = 32;

/**
 * Reads the entries of a tree, in the order in which they stand.
 *
 * @param bytes - the object, without the header that its id is made of
 * @returns as many entries as can be read; a broken tree ends early
 */
export function treeEntries(bytes: Uint8Array, idLength: 20 | 32 = 20): readonly TreeEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: TreeEntry[] = [];
  for (let at = 0; at < buffer.length; ) {
    const space = buffer.indexOf(SPACE, at);
    const zero = space < 0 ? -1 : buffer.indexOf(0, space);
    const end = zero + 1 + idLength;
    if (zero < 0 || end > buffer.length) break;
    entries.push({
      mode: Number.parseInt(buffer.toString('latin1', at, space), 8),
      name: buffer.toString('latin1', space + 1, zero),
      id: buffer.toString('hex', zero + 1, end),
    });
    at = end;
  }
  return entries;
}

/**
 * Finds one entry, without making the others.
 *
 * @param name - latin1
 */
export function treeEntry(bytes: Uint8Array, name: string, idLength: 20 | 32 = 20): TreeEntry | undefined {
  const { length } = bytes;
  for (let at = 0; at < length; ) {
    let space = at;
    while (space < length && bytes[space] !== SPACE) space++;
    let same = 0;
    let zero = space + 1;
    while (bytes[zero] === name.charCodeAt(same)) {
      zero++;
      same++;
    }
    const found = same === name.length && bytes[zero] === 0;
    while (zero < length && bytes[zero] !== 0) zero++;
    const end = zero + 1 + idLength;
    if (end > length) return undefined;
    if (found) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
      const mode = Number.parseInt(buffer.toString('latin1', at, space), 8);
      return { mode, name, id: buffer.toString('hex', zero + 1, end) };
    }
    at = end;
  }
  return undefined;
}
