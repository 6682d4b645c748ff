/** Scans a file that can be read but once: windows of it, with the lines counted on the way. */

import { type Lines, linesOf, type Position, toFinding } from '@leasehold/checks';
import type { Finding, Tier } from '@leasehold/core';
import type { RoomyScanner } from '../open-scanner.ts';
import { fileWindows, HEAD, WINDOW } from '../windows.ts';
import type { ByteStream } from './byte-stream.ts';

/** What a stream gave. */
export interface ScannedStream {
  readonly findings: readonly Finding[];
  readonly bytes: number;
}

/** Reads a stream to its end and scans it. */
export function scanStream(stream: ByteStream, path: string, scanner: RoomyScanner, failOn: Tier): ScannedStream {
  const buffer = scanner.room(WINDOW);
  const findings: Finding[] = [];
  let size = 0;
  let carried: Position = { line: 1, column: 1 };
  for (const { bytes, offset, from, to, kept } of fileWindows(buffer, stream.fill(buffer), stream)) {
    const lines = linesFrom(carried, linesOf(bytes), from > 0);
    for (const raw of scanner.scan(bytes, path)) {
      if (raw.start >= from && raw.start < to) findings.push(toFinding(raw, lines, path, failOn));
    }
    size = bytes.length + offset;
    // The window is overwritten before the next one is looked at.
    if (kept < bytes.length) carried = lines.at(kept);
  }
  return { findings, bytes: size };
}

/** The lines of a window whose head is the beginning of the file, and what is behind the head stands at `carried`. */
function linesFrom(carried: Position, lines: Lines, hasHead: boolean): Lines {
  if (!hasHead) return lines;
  return {
    at(place) {
      const here = lines.at(place);
      const behindHead = lines.at(HEAD);
      const line = carried.line + here.line - behindHead.line;
      return { line, column: here.line === behindHead.line ? carried.column + place - HEAD : here.column };
    },
  };
}
