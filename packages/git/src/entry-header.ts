/** The head of an object in a pack: its type, its size, and where its base is (gitformat-pack, "pack-*.pack files"). */

/** Types of entries that hold a delta. */
export const OFFSET_DELTA = 6;
export const ID_DELTA = 7;

/** The longest head: a size of 64 bits and an id of 32 bytes. */
export const LONGEST_HEADER = 48;

/** What the head says; made once and filled anew, since a pack has a million of them. */
export interface EntryHeader {
  /** 1 to 4 as in `OBJECT_TYPES`, 6 or 7 a delta; 0 for a head that cannot be read. */
  type: number;
  /** Bytes when inflated. */
  size: number;
  /** Bytes of the head. */
  length: number;
  /** For {@link OFFSET_DELTA}: how far before this entry its base begins. */
  distance: number;
}

/** Reads the head of the entry at `at`; an id for {@link ID_DELTA} stands in its last `idLength` bytes. */
export function readEntryHeader(bytes: Uint8Array, at: number, idLength: number, header: EntryHeader): void {
  let next = at;
  let byte = bytes[next++] ?? 0;
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  for (let unit = 16; byte >= 128; unit *= 128) {
    byte = bytes[next++] ?? 0;
    size += (byte & 127) * unit;
  }
  let distance = 0;
  if (type === OFFSET_DELTA) {
    byte = bytes[next++] ?? 0;
    distance = byte & 127;
    while (byte >= 128) {
      byte = bytes[next++] ?? 0;
      distance = (distance + 1) * 128 + (byte & 127);
    }
  } else if (type === ID_DELTA) next += idLength;
  header.type = type === 5 || next - at > LONGEST_HEADER || next > bytes.length ? 0 : type;
  header.size = size;
  header.length = next - at;
  header.distance = distance;
}
