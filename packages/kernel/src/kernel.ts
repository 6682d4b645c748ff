/** The one pass over bytes that finds everything worth a second look, at a cost that does not grow with the number of rules. */

/** What an anchor found. */
export const ANCHORS = ['run', 'armor', 'userinfo', 'assignment', 'prefix'] as const;

/**
 * `run`: a run of token characters with digits or mixed case; `armor`: `-----BEGIN`, a PuTTY or OpenSSH key header; `userinfo`: `://…:…@`; `assignment`: an assignment with a credential word to its left; `prefix`: a short or digit-less prefix of a known credential.
 */
export type Anchor = (typeof ANCHORS)[number];

/** One place in the bytes; offsets count from the start of what was scanned, `end` is behind the last byte. */
export interface Spot {
  readonly anchor: Anchor;
  readonly start: number;
  readonly end: number;
}

/** A kernel with its own memory: one a thread. */
export interface Kernel {
  /** Room for at least this many bytes to scan; the view is invalid after the next call. */
  room(length: number): Uint8Array;
  /** Scans the first `length` bytes of the room and calls back for each spot, in order of `start`; what is in the room behind them is lost. The callback must not call the kernel. */
  scan(length: number, found: (anchor: Anchor, start: number, end: number) => void): void;
}
