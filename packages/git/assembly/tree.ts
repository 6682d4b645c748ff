/** Tells where a tree is not as another. */

/** What an entry of a tree is: a file or link, a folder, a submodule. */
const FILE: u32 = 0;
const FOLDER: u32 = 1;
const SUBMODULE: u32 = 2;
/** An entry that is there no more. */
const GONE: u32 = 4;

const SPACE: u32 = 0x20;
const SLASH: u32 = 0x2f;

/** No system has longer ones; what is longer would have to be remembered for every tree. */
const LONGEST_NAME: usize = 4096;

/** No entry of a tree is shorter than 16 bytes. */
const WIDE: usize = 16;

// The entry that was read last: what it is, where its name begins and where the zero behind it stands.
let kind: u32 = 0;
let name: usize = 0;
let zero: usize = 0;

/**
 * Writes down every entry that one tree has and the other has not, or has otherwise: four `u32`, what it is, the address of its name, how long that is, and a hash of it. What `base` alone has is {@link GONE}, unless the tree has a folder again where a folder was, or something else than a folder where something else was.
 *
 * @returns how many were written; -1 when one of the trees is broken, or not in order
 */
export function compareTrees(base: usize, baseSize: usize, tree: usize, size: usize, idLength: usize, to: usize): i32 {
  const baseEnd = base + baseSize;
  const end = tree + size;
  let out = to;
  let at = tree;
  // The entry of the base that is next, and what of it is known; it is read once.
  let old = base;
  let oldKind: u32 = 0;
  let oldName: usize = 0;
  let oldZero: usize = 0;
  // The entry of the tree before the one at hand, and whether the base has it at the same place.
  let before: usize = 0;
  let beforeKind: u32 = 0;
  let alike = false;
  while (at < end) {
    if (!read(at, end, idLength)) return -1;
    const entry = kind;
    const begin = name;
    const behind = zero;
    const next = behind + 1 + idLength;
    const same = next - at <= baseEnd - old && equal(old, at, next - at);
    // Entries that follow on each other in the base do so in order.
    if (before !== 0 && !(same && alike) && order(before, beforeKind, begin, entry) >= 0) return -1;
    before = begin;
    beforeKind = entry;
    alike = same;
    if (same) {
      old += next - at;
      oldName = 0;
    } else {
      while (old < baseEnd) {
        if (oldName === 0) {
          if (!read(old, baseEnd, idLength)) return -1;
          oldKind = kind;
          oldName = name;
          oldZero = zero;
        }
        const found = order(oldName, oldKind, begin, entry);
        if (found > 0) break;
        if (found < 0) out = write(out, oldKind | GONE, oldName, oldZero - oldName);
        old = oldZero + 1 + idLength;
        oldName = 0;
        if (found === 0) break;
      }
      out = write(out, entry, begin, behind - begin);
    }
    at = next;
  }
  while (old < baseEnd) {
    if (!read(old, baseEnd, idLength)) return -1;
    out = write(out, kind | GONE, name, zero - name);
    old = zero + 1 + idLength;
  }
  return <i32>((out - to) >> 4);
}

/** Reads the entry that begins at an address. */
function read(at: usize, end: usize, idLength: usize): bool {
  if (end - at < WIDE + 8) return false;
  // "4000" and "160000", the lowest byte first.
  const mode = load<u32>(at);
  if (mode === 0x30303034) kind = FOLDER;
  else if (mode === 0x30303631 && load<u16>(at, 4) === 0x3030) kind = SUBMODULE;
  else kind = FILE;
  name = at + (kind === FOLDER ? 6 : 7);
  // Modes of another length are none that git writes today.
  if (<u32>load<u8>(name - 1) !== SPACE || load<u8>(at) === 0x30) return false;
  const last = min(end - idLength, name + LONGEST_NAME);
  let place = name;
  while (place < last) {
    const zeros = i8x16.bitmask(i8x16.eq(v128.load(place), i8x16.splat(0)));
    if (zeros !== 0) {
      zero = place + ctz(zeros);
      return zero < last && zero > name;
    }
    place += 16;
  }
  return false;
}

/** Compares two entries of at least {@link WIDE} bytes. */
function equal(a: usize, b: usize, length: usize): bool {
  const last = length - WIDE;
  for (let k: usize = 0; k < last; k += WIDE)
    if (i8x16.bitmask(i8x16.eq(v128.load(a + k), v128.load(b + k))) !== 0xffff) return false;
  return i8x16.bitmask(i8x16.eq(v128.load(a + last), v128.load(b + last))) === 0xffff;
}

/** The order in a tree: by the bytes of the names, as if a slash ended that of a folder. */
function order(a: usize, aKind: u32, b: usize, bKind: u32): i32 {
  let k: usize = 0;
  while (load<u8>(a + k) !== 0 && load<u8>(a + k) === load<u8>(b + k)) k++;
  const left = <u32>load<u8>(a + k);
  const right = <u32>load<u8>(b + k);
  const first = left === 0 && aKind === FOLDER ? SLASH : left;
  const second = right === 0 && bKind === FOLDER ? SLASH : right;
  return <i32>first - <i32>second;
}

function write(out: usize, what: u32, from: usize, length: usize): usize {
  let hash: u32 = 0x811c9dc5 ^ (what & FOLDER);
  for (let k: usize = 0; k < length; k++) hash = (hash ^ <u32>load<u8>(from + k)) * 0x01000193;
  store<u32>(out, what);
  store<u32>(out, <u32>from, 4);
  store<u32>(out, <u32>length, 8);
  store<u32>(out, hash ^ (hash >> 15), 12);
  return out + 16;
}
