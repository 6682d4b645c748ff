/** Scans a file that can be read but once: windows of it, with the lines counted on the way. */

import { toFinding } from '@leasehold/checks';
import type { Finding, Tier } from '@leasehold/core';
import { newCarriedLines } from '../carried-lines.ts';
import type { RoomyScanner } from '../open-scanner.ts';
import { fileWindows, WINDOW } from '../windows.ts';
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
  const carried = newCarriedLines();
  for (const window of fileWindows(buffer, stream.fill(buffer), stream)) {
    const { bytes, offset, from, to } = window;
    const lines = carried.enter(window);
    for (const raw of scanner.scan(bytes, path)) {
      if (raw.start >= from && raw.start < to) findings.push(toFinding(raw, lines, path, failOn));
    }
    size = bytes.length + offset;
    carried.leave();
  }
  return { findings, bytes: size };
}
