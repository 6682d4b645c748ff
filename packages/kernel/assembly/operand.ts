/** Tells by a few bytes behind an operator what is no value: a variable, a call, an expression, nothing. */

/** Shorter values are none. */
const SHORTEST: usize = 4;
/** A name of a call around a literal is no longer. */
const CALL: usize = 48;
const BACKSLASH: u8 = 0x5c;
const OPEN: u8 = 0x28;
const DOT: u8 = 0x2e;
const DASH: u8 = 0x2d;
const BRACKET: u8 = 0x5b;
const NEWLINE: u8 = 0x0a;

// Bits by a byte below 64, and by one from 64 on below 128.
const WORD_LOW: u64 = (<u64>0x03ff0000) << 32;
const WORD_HIGH: u64 = ((<u64>0x07fffffe) << 32) | 0x87fffffe;
/** What ends a bare value: blanks and control characters, `"&'),;<>`, and `]` `` ` `` `|` `}`. */
const END_LOW: u64 = ((<u64>0x580012c5) << 32) | 0xffffffff;
const END_HIGH: u64 = ((<u64>0x30000001) << 32) | 0x20000000;

/**
 * Whether a value may begin at a byte that is no blank.
 *
 * @param code - in source code a bare word is a variable, unless a digit or a sign says otherwise
 */
export function isOperand(at: usize, code: bool): bool {
  const first = load<u8>(at);
  if (isWord(first) && !isDigit(first)) return isWordOperand(at, code);
  if (isQuote(first) || first === BACKSLASH) return isQuoted(at);
  if (first === 0x26) return true;
  const next = load<u8>(at + 1);
  if (first === 0x40 && next === 0x22) return isQuoted(at + 1);
  if (first === OPEN || first === BRACKET) return isQuoted(at + 1);
  if (isEnd(first) || first === 0x7b || first === 0x3d) return false;
  // A symbol or a variable of an object.
  if (code && (first === 0x3a || first === 0x40)) return false;
  if (first === 0x24 && !isDigit(next)) return false;
  return isBare(at);
}

function isWordOperand(at: usize, code: bool): bool {
  const until = at + CALL;
  let stop = at + 1;
  let digits = false;
  while (stop < until && isWord(load<u8>(stop))) {
    if (isDigit(load<u8>(stop))) digits = true;
    stop++;
  }
  const next = load<u8>(stop);
  if (isQuote(next) && stop - at <= 2) return isQuoted(stop);
  if (next === OPEN || next === DOT || next === DASH) {
    if (isArgument(stop)) return true;
    if (next === OPEN) return false;
  }
  if (code && isReference(stop, next, digits)) return false;
  return isBare(at);
}

/** A word that is called, indexed, or read from; or one without a digit that ends. */
function isReference(stop: usize, next: u8, digits: bool): bool {
  if (digits) return (next === DOT || next === BRACKET) && isLetter(load<u8>(stop + 1));
  return next === DOT || next === BRACKET || next === 0x3a || next === DASH || next === 0x3f || isEnd(next);
}

/** Whether a name goes on to a bracket or a blank with a quote behind it. */
function isArgument(at: usize): bool {
  const until = at + CALL;
  while (at < until && (isWord(load<u8>(at)) || load<u8>(at) === DOT || load<u8>(at) === DASH || load<u8>(at) === 0x3a)) at++;
  return (load<u8>(at) === OPEN || load<u8>(at) === 0x20) && isQuoted(at + 1);
}

/** Whether a quote, behind backslashes or not, is followed by what may be long enough. */
function isQuoted(at: usize): bool {
  const quote = load<u8>(at);
  if (quote === BACKSLASH) return true;
  if (!isQuote(quote)) return false;
  const until = at + 1 + SHORTEST;
  for (let place = at + 1; place < until; place++) {
    const byte = load<u8>(place);
    if (byte === quote || byte === NEWLINE) return false;
    if (byte === BACKSLASH) place++;
  }
  return true;
}

function isBare(at: usize): bool {
  for (let k: usize = 0; k < SHORTEST; k++) {
    const byte = load<u8>(at + k);
    if (byte === OPEN || isEnd(byte)) return false;
  }
  return true;
}

function has(low: u64, high: u64, byte: u8): bool {
  return byte < 128 && (((byte < 64 ? low : high) >> <u64>(byte & 63)) & 1) !== 0;
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
