/** Cuts a large file into overlapping windows, so that scanning them finds what scanning the whole file would, in memory that does not grow with it. */

import type { OpenFile } from './open-file.ts';

/** Bytes of a window; a smaller file is one window. */
export const WINDOW: number = 8 << 20;
/** Bytes on either side of a finding on which it can depend: an encoded layer of a mebibyte, a key, the other half of a pair, the comment beside it. */
const MARGIN = 1280 << 10;
/** Bytes of a file's beginning with which each window begins, since they show its encoding and whether it is binary. */
export const HEAD = 8192;

/** A part of a file; valid until the next window. */
export interface FileWindow {
  /** The file's first {@link HEAD} bytes, then a part of it; the first window is the file's beginning as it is. */
  readonly bytes: Uint8Array;
  /** What to add to an offset behind the head to get the offset in the file. */
  readonly offset: number;
  /** Findings that begin from `from` up to `to` belong to this window; others to a neighbour, which sees all they depend on. */
  readonly from: number;
  readonly to: number;
  /** Where the part of the next window begins, if there is one. */
  readonly kept: number;
}

/**
 * Cuts a file into windows. All sizes are even, so that no code unit of UTF-16 is split.
 *
 * @param buffer - filled with the file's beginning
 * @param filled - how many bytes of the buffer; fewer than its length when they are the whole file
 * @param file - to be read on from there
 * @param margin - bytes on either side of what belongs to a window
 */
export function* fileWindows(
  buffer: Uint8Array,
  filled: number,
  file: Pick<OpenFile, 'fill'>,
  margin: number = MARGIN,
): Generator<FileWindow> {
  let length = filled;
  let offset = 0;
  let from = 0;
  while (length === buffer.length) {
    const to = length - margin;
    const kept = to - margin;
    yield { bytes: buffer, offset, from, to, kept };
    buffer.copyWithin(HEAD, kept, length);
    offset += kept - HEAD;
    from = HEAD + margin;
    length = from + margin + file.fill(buffer.subarray(from + margin));
  }
  yield { bytes: buffer.subarray(0, length), offset, from, to: length, kept: length };
}
