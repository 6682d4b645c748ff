/** A stretch of bytes that says something else when it is decoded. */

/** What a stretch decodes to. */
export interface Layer {
  /** As a reader calls it: `base64`, `hex`, `percent-encoding`, `escapes`. */
  readonly encoding: string;
  readonly bytes: Uint8Array;
  /** Where the encoding of a decoded byte begins; for the place behind the last one, where the stretch ends. */
  readonly origin: (offset: number) => number;
}

/** How long a stretch may be of which more than its head is decoded. */
export const LONGEST_LAYER: number = 1 << 20;
