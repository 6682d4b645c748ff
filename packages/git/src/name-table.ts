/** Numbers for the names of files and folders, of which a history has few. */

/** Each name has a number, from 0. A folder's name ends with a slash, so that a file and a folder have two: in the order of these texts entries stand in a tree. */
export interface NameTable {
  /** Characters of all names together. */
  readonly size: number;
  /** The number of a name, which is given one when it has none. */
  number(name: string): number;
  /** The same of bytes that end with a zero, by a hash of them. */
  numberAt(memory: Uint8Array, from: number, length: number, hash: number, folder: boolean): number;
  /** Latin1, each at its number. */
  list(): readonly string[];
}

/** Ends of hashes for each of which one name is remembered. */
const LATELY = 1 << 16;

/** An empty table. */
export function newNameTable(): NameTable {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  // Most names come again and again, and are told by their bytes without becoming a text.
  const lately = new Int32Array(LATELY).fill(-1);
  let size = 0;

  function number(name: string): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    size += name.length;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  }

  return {
    get size() {
      return size;
    },
    number,
    numberAt(memory, from, length, hash, folder) {
      const slot = hash & (LATELY - 1);
      const known = lately[slot] as number;
      if (known >= 0 && isSame(names[known] as string, memory, from, length, folder)) return known;
      const name = Buffer.from(memory.buffer, memory.byteOffset + from, length).toString('latin1');
      lately[slot] = number(folder ? `${name}/` : name);
      return lately[slot] as number;
    },
    list: () => names,
  };
}

function isSame(name: string, memory: Uint8Array, from: number, length: number, folder: boolean): boolean {
  if (name.length !== (folder ? length + 1 : length)) return false;
  for (let k = 0; k < length; k++) if (name.charCodeAt(k) !== memory[from + k]) return false;
  return !folder || name.charCodeAt(length) === 0x2f;
}
