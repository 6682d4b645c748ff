/** Bech32: a human-readable part, `1`, and base 32 with six digits of checksum. */

const DIGITS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

/**
 * Tells whether the checksum of a Bech32 string holds; of its length nothing is asked, since age goes beyond the 90 of the specification.
 *
 * @see BIP-173
 */
export function isBech32(text: string): boolean {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return false;
  const low = text.toLowerCase();
  const mark = low.lastIndexOf('1');
  const digits = [...low.slice(mark + 1)].map((character) => DIGITS.indexOf(character));
  if (mark < 1 || digits.length < 6 || digits.includes(-1) || /[^!-~]/.test(low)) return false;
  return polymod([...expanded(low.slice(0, mark)), ...digits]) === 1;
}

/** Puts a checksum behind a human-readable part and digits of `qpzry9x8gf2tvdw0s3jn54khce6mua7l`. */
export function bech32(readable: string, data: string): string {
  const digits = [...data].map((character) => DIGITS.indexOf(character));
  const sum = polymod([...expanded(readable), ...digits, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = [25, 20, 15, 10, 5, 0].map((shift) => DIGITS[(sum >>> shift) & 31]).join('');
  return `${readable}1${data}${tail}`;
}

function expanded(readable: string): number[] {
  const codes = [...readable].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATORS.forEach((generator, bit) => {
      if ((top >>> bit) & 1) sum ^= generator;
    });
  }
  return sum;
}
