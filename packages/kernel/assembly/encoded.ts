/** Tells base64 and hex of text by their first bytes. */

/** Shorter encodings hold no credential. */
const SHORTEST: usize = 24;
/** So many bytes must be text. */
const HEAD: u32 = 12;

/** Whether what stands from `start` to `stop` begins like text in base64 or hex, in ASCII or UTF-16. */
export function isText(start: usize, stop: usize): bool {
  if (stop < start + SHORTEST) return false;
  return isBase64(start) || (((stop - start) & 1) === 0 && isHex(start));
}

function isBase64(start: usize): bool {
  for (let offset: u32 = 0; offset < HEAD; offset += 3) {
    const at = start + <usize>((offset / 3) << 2);
    const one = digit(load<u8>(at));
    const two = digit(load<u8>(at, 1));
    if (!reads((one << 2) | (two >> 4), offset)) return false;
    const three = digit(load<u8>(at, 2));
    const four = digit(load<u8>(at, 3));
    if ((one | two | three | four) > 63) return false;
    if (!reads(((two << 4) | (three >> 2)) & 255, offset + 1) || !reads(((three << 6) | four) & 255, offset + 2)) return false;
  }
  return true;
}

function isHex(start: usize): bool {
  for (let offset: u32 = 0; offset < HEAD; offset++) {
    const pair = load<u16>(start + <usize>(offset << 1));
    const value = (hexDigit(<u8>pair) << 4) | hexDigit(<u8>(pair >> 8));
    if (!reads(value, offset)) return false;
  }
  return true;
}

/** A sign, a space, a tab or a line break of ASCII; or the upper byte of one in UTF-16. */
function reads(value: u32, offset: u32): bool {
  return value - 0x20 < 0x5f || value === 9 || value === 10 || value === 13 || (value === 0 && (offset & 1) === 1);
}

/** The digit in either alphabet of base64; more than any for none. */
function digit(byte: u8): u32 {
  const upper = <u32>byte - 0x41;
  if (upper < 26) return upper;
  const lower = <u32>byte - 0x61;
  if (lower < 26) return lower + 26;
  const number = <u32>byte - 0x30;
  if (number < 10) return number + 52;
  if (byte === 0x2b || byte === 0x2d) return 62;
  return byte === 0x2f || byte === 0x5f ? 63 : 1024;
}

/** The digit in base 16; more than any for none. */
export function hexDigit(byte: u8): u32 {
  const number = <u32>byte - 0x30;
  if (number < 10) return number;
  const letter = <u32>(byte | 0x20) - 0x61;
  return letter < 6 ? letter + 10 : 1024;
}
