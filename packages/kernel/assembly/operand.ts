/** Finds the value behind an operator: a word, what stands in quotes, the literal that a call is given; turns down a variable, a call, an expression, nothing. */

import { has } from './bits.ts';

/** Shorter values are none; longer ones are no credential. */
const SHORTEST: usize = 4;
const LONGEST: usize = 512;
/** A name of a call around a literal is no longer. */
const CALL: usize = 48;
/** Backslashes before a quote, at the most. */
const ESCAPES: usize = 4;
/** `&quot;` with its semicolon. */
const ENTITY: usize = 7;
const BACKSLASH: u8 = 0x5c;
const OPEN: u8 = 0x28;
const DOT: u8 = 0x2e;
const DASH: u8 = 0x2d;
const COLON: u8 = 0x3a;
const COMMA: u8 = 0x2c;
const SPACE: u8 = 0x20;
const BRACKET: u8 = 0x5b;
const NEWLINE: u8 = 0x0a;

// Bits by a byte below 64, and by one from 64 on below 128.
const WORD_LOW: u64 = (<u64>0x03ff0000) << 32;
const WORD_HIGH: u64 = ((<u64>0x07fffffe) << 32) | 0x87fffffe;
/** What ends a bare value: blanks and control characters, `"&'),;<>`, and `]` `` ` `` `|` `}`. */
const END_LOW: u64 = ((<u64>0x580012c5) << 32) | 0xffffffff;
const END_HIGH: u64 = ((<u64>0x30000001) << 32) | 0x20000000;

// The value that was found last.
export let valueStart: usize = 0;
export let valueEnd: usize = 0;
export let quoted: bool = false;

/** The last byte that counts is before it. */
let limit: usize = 0;

/**
 * Finds the value that begins at a byte that is no blank.
 *
 * @param code - in source code a bare word is a variable, unless a digit or a sign says otherwise
 * @param end - what is behind the last byte
 */
export function findOperand(at: usize, code: bool, end: usize): bool {
  limit = end;
  const first = load<u8>(at);
  if (isLetter(first)) return atWord(at, code);
  if (isQuote(first) || first === BACKSLASH) return atQuote(at);
  if (first === 0x26) return atEntity(at);
  const next = load<u8>(at + 1);
  if (first === 0x40 && next === 0x22) return atQuote(at + 1);
  if (first === OPEN || first === BRACKET) return atQuote(at + 1);
  if (isEnd(first) || first === 0x7b || first === 0x3d) return false;
  // A symbol or a variable of an object.
  if (code && (first === COLON || first === 0x40)) return false;
  if (first === 0x24 && !isDigit(next)) return false;
  return atBare(at);
}

function atWord(at: usize, code: bool): bool {
  const until = min(limit, at + CALL);
  let stop = at + 1;
  let digits = false;
  while (stop < until && isWord(load<u8>(stop))) {
    if (isDigit(load<u8>(stop))) digits = true;
    stop++;
  }
  const next = load<u8>(stop);
  if (isQuote(next) && stop - at <= 2) return atQuote(stop);
  if (next === OPEN || next === DOT || next === DASH) {
    if (atArgument(stop)) return true;
    if (next === OPEN) return false;
  }
  if (code && isReference(stop, next, digits)) return false;
  return atBare(at);
}

/** A word that is called, indexed, or read from; or one without a digit that ends. */
function isReference(stop: usize, next: u8, digits: bool): bool {
  if (digits) return (next === DOT || next === BRACKET) && isLetter(load<u8>(stop + 1));
  return next === DOT || next === BRACKET || next === COLON || next === DASH || next === 0x3f || isEnd(next);
}

/** The literal behind a name that goes on to a bracket or a blank; of two in brackets the second, which is the default. */
function atArgument(at: usize): bool {
  const until = min(limit, at + CALL);
  while (at < until && isCalled(load<u8>(at))) at++;
  const called = load<u8>(at) === OPEN;
  if ((!called && load<u8>(at) !== SPACE) || !atQuote(at + 1)) return false;
  if (!called || load<u8>(valueEnd + 1) !== COMMA) return true;
  const stop = valueEnd;
  at = stop + 1;
  while (at < stop + 4 && (load<u8>(at) === COMMA || load<u8>(at) === SPACE)) at++;
  // Where no second literal is, the first is still held.
  atQuote(at);
  return true;
}

function isCalled(byte: u8): bool {
  return isWord(byte) || byte === DOT || byte === DASH || byte === COLON;
}

/** What stands between a quote, behind backslashes or not, and the next like it on the line. */
function atQuote(at: usize): bool {
  let place = at;
  while (place < at + ESCAPES && load<u8>(place) === BACKSLASH) place++;
  const quote = load<u8>(place);
  if (!isQuote(quote)) return false;
  const escaped = place > at;
  const start = place + 1;
  const until = min(limit, start + LONGEST + 1);
  for (let stop = start; stop < until; stop++) {
    const byte = load<u8>(stop);
    if (byte === NEWLINE) return false;
    if (byte === quote || (byte === BACKSLASH && escaped && load<u8>(stop + 1) === quote)) return hold(start, stop, true);
    if (byte === BACKSLASH && !escaped) stop++;
  }
  return false;
}

/** What stands between `&quot;` or `&#39;` and the next entity on the line. */
function atEntity(at: usize): bool {
  let semicolon: usize = 3;
  while (semicolon < ENTITY && load<u8>(at + semicolon) !== 0x3b) semicolon++;
  for (let k: usize = 0; k < 3; k++) if (load<u8>(at + k) === 0x3b) return false;
  if (semicolon === ENTITY) return false;
  const start = at + semicolon + 1;
  const until = min(limit, start + LONGEST + 1);
  for (let stop = start; stop < until && load<u8>(stop) !== NEWLINE; stop++) {
    if (load<u8>(stop) === 0x26) return hold(start, stop, true);
  }
  return false;
}

function atBare(start: usize): bool {
  const until = min(limit, start + LONGEST + 1);
  let stop = start;
  while (stop < until && !isEnd(load<u8>(stop))) {
    if (load<u8>(stop) === OPEN) return false;
    stop++;
  }
  if (stop > start + LONGEST) return false;
  // An escape, a full stop or a colon at the end belongs to the text around.
  const lead = load<u8>(stop) === 0x22 || load<u8>(stop) === 0x27;
  while (stop > start && isTrailing(load<u8>(stop - 1), lead)) stop--;
  for (let place = start + 1; place < stop; place++) {
    const byte = load<u8>(place + 1);
    if (load<u8>(place) === BACKSLASH && (byte === 0x6e || byte === 0x72 || byte === 0x22)) return hold(start, place, false);
  }
  return hold(start, stop, false);
}

function isTrailing(byte: u8, escaped: bool): bool {
  return byte === DOT || byte === COLON || (escaped && byte === BACKSLASH);
}

function hold(start: usize, stop: usize, inQuotes: bool): bool {
  if (stop - start < SHORTEST || stop - start > LONGEST) return false;
  valueStart = start;
  valueEnd = stop;
  quoted = inQuotes;
  return true;
}

function isWord(byte: u8): bool {
  return has(WORD_LOW, WORD_HIGH, byte);
}

function isEnd(byte: u8): bool {
  return has(END_LOW, END_HIGH, byte);
}

function isLetter(byte: u8): bool {
  return isWord(byte) && !isDigit(byte);
}

function isDigit(byte: u8): bool {
  return byte - 0x30 < 10;
}

function isQuote(byte: u8): bool {
  return byte === 0x22 || byte === 0x27 || byte === 0x60;
}
