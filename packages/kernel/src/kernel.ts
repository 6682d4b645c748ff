/** The one pass over bytes that finds everything worth a second look, at a cost that does not grow with the number of rules. */

import type { Choice } from './run-heads.ts';

/** What an anchor found. */
export const ANCHORS = ['run', 'armor', 'userinfo', 'assignment', 'prefix', 'head', 'escapes'] as const;

/**
 * `run`: a run of token characters with digits or mixed case; `armor`: `-----BEGIN`, a PuTTY or OpenSSH key header; `userinfo`: `://…:…@`; `assignment`: an assignment with a credential word to its left; `prefix`: a short or digit-less prefix of a known credential, where there is a choice only if one may begin there or a blank is behind it; `head`: where a value may begin in or right before a run, or within 48 bytes before an assignment and 4 behind it; told only where there is a choice; `escapes`: a stretch of sixteen signs or more, token characters or escapes of signs in percent-encoding, `\x` or `\u00`, of which six are of letters or digits in a row, each at most twelve bytes behind the one before.
 */
export type Anchor = (typeof ANCHORS)[number];

/** Receives the spots. `worth` is of a run, an assignment or a prefix, a sum of {@link WORTH}; of anything else it means nothing. */
export type Found = (anchor: Anchor, start: number, end: number, worth: number) => void;

/**
 * Why a run is told, and what of an assignment or a prefix: a value may begin in it or before it, and there are too many such places to be told one by one; it holds text in base64 or hex; an escape touches it; a credential word stands to its left; a piece of it may be a whole value. Where nothing was to be passed over, it is all of them.
 */
export const WORTH = { begins: 1, encodes: 2, escaped: 4, named: 8, whole: 16 } as const;

/** One place in the bytes; offsets count from the start of what was scanned, `end` is behind the last byte. */
export interface Spot {
  readonly anchor: Anchor;
  readonly start: number;
  readonly end: number;
}

/** A kernel with its own memory: one a thread. */
export interface Kernel {
  /** Room for at least this many bytes to scan; the view is invalid after the next call that needs more. */
  room(length: number): Uint8Array;
  /**
   * Scans the first `length` bytes of the room and calls back for each spot, in order of `start`, but for heads, which come with their run or assignment, and escapes, which come when enough of them was seen; what is in the room behind them is lost. The callback must not call the kernel.
   *
   * @param choice - what to pass over, the same object for every scan; without it, everything is told
   * @param code - whether it is source code, in which a bare word behind an operator is a variable; only a choice goes by it
   * @returns whether a NUL is among the first 64 bytes, which in text means that it may be UTF-16
   */
  scan(length: number, found: Found, choice?: Choice, code?: boolean): boolean;
  /**
   * Scans a copy of these bytes, and leaves the room as it is.
   *
   * @returns false, without having scanned, when they are more than a mebibyte
   */
  scanAside(bytes: Uint8Array, found: Found, choice?: Choice, code?: boolean): boolean;
}
