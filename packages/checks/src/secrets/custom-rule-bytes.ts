/** Reads what matches one byte in the pattern of a custom rule: characters, escapes and classes. */

import { allBut, type ByteSet, bytesOf, CLASS_ESCAPES, CONTROL_ESCAPES, NO_BYTES } from './byte-set.ts';
import { type PatternReader, refuse } from './custom-rule-reader.ts';

/** Reads a class, such as `[a-z_-]`, from its opening bracket on. */
export function readClass(reader: PatternReader): ByteSet {
  const { source } = reader;
  const from = reader.at++;
  const negated = source[reader.at] === '^';
  if (negated) reader.at++;
  let set = NO_BYTES;
  while (reader.at < source.length && source[reader.at] !== ']') {
    const first = readMember(reader);
    if (source[reader.at] !== '-' || source[reader.at + 1] === ']' || source[reader.at + 1] === undefined) {
      set |= first.set;
      continue;
    }
    const dash = reader.at++;
    const last = readMember(reader);
    if (first.byte === undefined || last.byte === undefined || first.byte > last.byte)
      return refuse(dash, 'the range has no beginning or no end', 'write `\\-` for the character itself');
    set |= bytesOf(first.byte, last.byte);
  }
  if (reader.at >= source.length) refuse(from, 'the class is not closed', 'write `\\[` for the character itself');
  reader.at++;
  const whole = negated ? allBut(set) : set;
  if (whole === NO_BYTES) refuse(from, 'the class holds nothing', 'name at least one character');
  return whole;
}

/** One member of a class; `byte` where it can begin or end a range. */
function readMember(reader: PatternReader): { readonly set: ByteSet; readonly byte?: number } {
  const char = reader.source[reader.at] as string;
  if (char !== '\\') {
    const byte = byteOf(char, reader.at++);
    return { set: bytesOf(byte), byte };
  }
  const set = readEscape(reader, true);
  // The highest byte of the set; the only one where it has no other.
  const byte = set.toString(2).length - 1;
  return set === bytesOf(byte) ? { set, byte } : { set };
}

/**
 * Reads an escape, from its backslash on.
 *
 * @param inClass - whether it stands in a class, where `\b` is a backspace
 */
export function readEscape(reader: PatternReader, inClass: boolean): ByteSet {
  const from = reader.at;
  const letter = reader.source[from + 1] ?? '';
  reader.at += 2;
  const named = CLASS_ESCAPES[letter];
  if (named !== undefined) return named;
  const control = CONTROL_ESCAPES[letter];
  if (control !== undefined) return bytesOf(control);
  if (letter === 'x') {
    const digits = /^[0-9A-Fa-f]{2}/.exec(reader.source.slice(reader.at))?.[0];
    if (digits === undefined) return refuse(from, '`\\x` needs two hex digits', 'write `\\x2d`');
    reader.at += 2;
    return bytesOf(Number.parseInt(digits, 16));
  }
  if (letter === 'b' || letter === 'B') {
    const help = inClass ? 'write `\\x08` for a backspace' : 'leave it out: a value never begins or ends within a longer word';
    return refuse(from, `\`\\${letter}\` is not for patterns of secrets`, help);
  }
  if (/[1-9k]/.test(letter)) return refuse(from, 'a pattern cannot refer back to itself', 'write out what is to be there');
  if (letter === '' || /[A-Za-z0-9]/.test(letter)) {
    const help = 'a backslash stands before `.`, `[`, `(` and the like, to take their meaning away';
    return refuse(from, `\`\\${letter}\` is not known`, help);
  }
  return bytesOf(byteOf(letter, reader.at - 1));
}

/** The byte of a character that stands for itself. */
export function byteOf(char: string, offset: number): number {
  const byte = char.charCodeAt(0);
  if (byte > 0x7e) {
    const help = 'files are read as bytes: write those of UTF-8, such as `\\xc3\\xa9`';
    refuse(offset, `\`${char}\` is more than one byte`, help);
  }
  return byte;
}
