/** A large file in windows that overlap, so that scanning them finds what scanning the whole would, in memory that does not grow with it. */

import type { OpenFile } from './open-file.ts';

/** Most bytes that are scanned at once; a smaller file is one piece. */
export const WINDOW: number = 8 << 20;
/** What a finding can depend on before and behind its place: an encoded layer of a mebibyte, a key, the other half of a pair, the comment beside it. */
const MARGIN = 1280 << 10;
/** The beginning of a file tells its encoding, and whether it is binary; so each window begins with it. */
export const HEAD = 8192;

/** A part of a file; valid until the next window. */
export interface FileWindow {
  /** The file's first {@link HEAD} bytes, then a stretch of it; the first window is the file's beginning as it is. */
  readonly bytes: Uint8Array;
  /** What to add to a place behind the head to get its place in the file. */
  readonly offset: number;
  /** Findings that begin from here to there belong to this window; the others to a neighbour, that sees all they depend on. */
  readonly from: number;
  readonly to: number;
  /** Where the stretch of the next window begins, if there is one. */
  readonly kept: number;
}

/**
 * Cuts a file into windows. All sizes are even, so that a unit of UTF-16 stays whole.
 *
 * @param buffer - filled with the file's beginning
 * @param filled - how many bytes of it; fewer than there is room for when they are the whole file
 * @param file - from where the beginning ends
 * @param margin - bytes that are seen on either side of what belongs to a window
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
