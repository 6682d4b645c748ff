/** Finds the value to the right of an operator, and turns down at a glance what is none. */

/** Longest value that counts, in bytes. */
export const LONGEST = 512;
/** Shorter ones are not worth a word. */
const SHORTEST = 4;
/** Columns are aligned with blanks; further away nothing is meant. */
const BLANKS = 64;
/** A call around a literal, `Secret("…")`, is spelt no longer. */
const CALL = 48;

const NEWLINE = 10;
const BACKSLASH = 0x5c;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const BACKTICK = 0x60;
const OPEN = 0x28;
const DOLLAR = 0x24;
const DOT = 0x2e;

/** Kinds of bytes: 1 letter or `_`, 2 digit, 4 ends a bare value, 8 quote. */
const KIND: Uint8Array = kinds();

/** A value where it stands. */
export interface RightSide {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly called: boolean;
}

function kinds(): Uint8Array {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 33; byte++) table[byte] = 4;
  for (let byte = 0x41; byte <= 0x5a; byte++) table[byte] = table[byte + 32] = 1;
  for (let byte = 0x30; byte <= 0x39; byte++) table[byte] = 2;
  table[0x5f] = 1;
  for (const sign of ',;)]}<>&|') table[sign.charCodeAt(0)] = 4;
  for (const sign of '"\'`') table[sign.charCodeAt(0)] = 12;
  return table;
}

/**
 * Finds the value that begins at or behind a place.
 *
 * @param code - in source code a bare word is a variable, unless a digit or a sign says otherwise
 * @returns nothing where there is none: an expression, a reference, nothing at all; one that is longer than {@link LONGEST} is none either, and cost as much to look at
 */
export function rightSide(bytes: Uint8Array, from: number, code: boolean): RightSide | undefined {
  let at = from;
  const last = Math.min(bytes.length, from + BLANKS);
  while (at < last && (bytes[at] === 0x20 || bytes[at] === 0x09)) at++;
  const first = bytes[at];
  if (first === undefined || first === NEWLINE || first === 0x0d) return undefined;
  const kind = KIND[first] as number;
  if (kind === 1) {
    let end = at + 1;
    const until = Math.min(bytes.length, at + CALL);
    while (end < until && ((KIND[bytes[end] as number] as number) & 3) !== 0) end++;
    const next = bytes[end];
    if (next !== undefined && (KIND[next] as number) === 12 && end - at <= 2) return quotedAt(bytes, end, false);
    if (next === OPEN || next === DOT || next === 0x2d) {
      const argument = argumentAt(bytes, end);
      if (argument !== undefined) return argument;
      if (next === OPEN) return undefined;
    }
    if (code && isReference(bytes, at, end)) return undefined;
    return bare(bytes, at);
  }
  if (kind === 12 || first === BACKSLASH) return quotedAt(bytes, at, false);
  if (first === 0x26) return entityQuoted(bytes, at);
  if (first === 0x40 && bytes[at + 1] === DOUBLE) return quotedAt(bytes, at + 1, false);
  if ((first === OPEN || first === 0x5b) && at + 1 < bytes.length) return quotedAt(bytes, at + 1, false);
  if (kind === 4 || first === 0x7b || first === OPEN || first === 0x5b || first === 0x3d) return undefined;
  // A symbol or a variable of an object.
  if (code && (first === 0x3a || first === 0x40)) return undefined;
  if (first === DOLLAR && ((KIND[bytes[at + 1] ?? 0] as number) & 2) === 0) return undefined;
  return bare(bytes, at);
}

/**
 * The literal that a call is given: `Secret("…")`, `os.environ.get("NAME", "…")`, `ConvertTo-SecureString '…'`.
 *
 * Of two literals the second is the default.
 */
function argumentAt(bytes: Uint8Array, from: number): RightSide | undefined {
  const until = Math.min(bytes.length, from + CALL);
  let at = from;
  while (
    at < until &&
    (((KIND[bytes[at] as number] as number) & 3) !== 0 || bytes[at] === DOT || bytes[at] === 0x2d || bytes[at] === 0x3a)
  )
    at++;
  if (bytes[at] !== OPEN && bytes[at] !== 0x20) return undefined;
  const first = quotedAt(bytes, at + 1, true);
  if (first === undefined || bytes[at] !== OPEN) return first;
  at = first.end + 1;
  while (at < first.end + 4 && (bytes[at] === 0x2c || bytes[at] === 0x20)) at++;
  return bytes[first.end + 1] === 0x2c ? (quotedAt(bytes, at, true) ?? first) : first;
}

/** A word of letters that is called, indexed, or read from; or one without a digit, in code. */
function isReference(bytes: Uint8Array, at: number, end: number): boolean {
  for (let place = at; place < end; place++)
    if (((KIND[bytes[place] as number] as number) & 2) !== 0) return isDotted(bytes, end);
  const next = bytes[end];
  return (
    next === undefined ||
    next === DOT ||
    next === 0x5b ||
    next === 0x3a ||
    next === 0x2d ||
    next === 0x3f ||
    ((KIND[next] as number) & 4) !== 0
  );
}

function isDotted(bytes: Uint8Array, end: number): boolean {
  const next = bytes[end];
  return (next === DOT || next === 0x5b) && ((KIND[bytes[end + 1] ?? 0] as number) & 1) !== 0;
}

function quotedAt(bytes: Uint8Array, at: number, called: boolean): RightSide | undefined {
  let place = at;
  while (place < at + 4 && bytes[place] === BACKSLASH) place++;
  const quote = bytes[place];
  if (quote !== DOUBLE && quote !== SINGLE && quote !== BACKTICK) return undefined;
  const start = place + 1;
  const until = Math.min(bytes.length, start + LONGEST + 1);
  const escaped = place > at;
  for (let end = start; end < until; end++) {
    const byte = bytes[end];
    if (byte === NEWLINE) return undefined;
    if (byte === quote || (byte === BACKSLASH && escaped && bytes[end + 1] === quote)) return sized(start, end, true, called);
    if (byte === BACKSLASH && !escaped) end++;
  }
  return undefined;
}

/** A value between `&quot;` or `&#39;`. */
function entityQuoted(bytes: Uint8Array, at: number): RightSide | undefined {
  const semicolon = bytes.subarray(at, at + 7).indexOf(0x3b);
  if (semicolon < 3) return undefined;
  const start = at + semicolon + 1;
  const until = Math.min(bytes.length, start + LONGEST + 1);
  for (let end = start; end < until && bytes[end] !== NEWLINE; end++) {
    if (bytes[end] === 0x26) return sized(start, end, true, false);
  }
  return undefined;
}

function bare(bytes: Uint8Array, start: number): RightSide | undefined {
  const until = Math.min(bytes.length, start + LONGEST + 1);
  let end = start;
  while (end < until && ((KIND[bytes[end] as number] as number) & 4) === 0) {
    if (bytes[end] === OPEN) return undefined;
    end++;
  }
  if (end > start + LONGEST) return { start, end, quoted: false, called: false };
  // An escape, a full stop or a colon at the end belongs to the text around.
  const lead = bytes[end] === DOUBLE || bytes[end] === SINGLE ? BACKSLASH : -1;
  while (end > start && (bytes[end - 1] === lead || bytes[end - 1] === DOT || bytes[end - 1] === 0x3a)) end--;
  for (let place = start + 1; place < end; place++) {
    const byte = bytes[place + 1];
    if (bytes[place] === BACKSLASH && (byte === 0x6e || byte === 0x72 || byte === 0x22)) return sized(start, place, false, false);
  }
  return sized(start, end, false, false);
}

function sized(start: number, end: number, quoted: boolean, called: boolean): RightSide | undefined {
  const length = end - start;
  return length < SHORTEST || length > LONGEST ? undefined : { start, end, quoted, called };
}
