/** Bytes that are read from their beginning to their end, once. */

import type { ByteSource } from './byte-source.ts';
import { FAULTS, type Fault } from './fault.ts';
import type { Meter } from './meter.ts';

/** A stream that never throws for what is in it: it ends, and says why. */
export interface ByteStream {
  /** Reads on; gives as many bytes as the target holds, unless the stream ends before. */
  fill(target: Uint8Array): number;
  /** Why it ended before its end; known once it has ended. */
  fault(): Fault | undefined;
}

/** A stretch of a source, as it is. */
export function stretchOf(source: ByteSource, from: number, length: number, meter: Meter): ByteStream {
  let at = from;
  let fault: Fault | undefined;
  return {
    fill(target) {
      const wanted = Math.min(target.length, from + length - at);
      const granted = meter.read(wanted);
      const read = source.read(target.subarray(0, granted), at);
      at += read;
      if (granted < wanted) fault ??= FAULTS.whole;
      else if (read < wanted) fault ??= FAULTS.damaged;
      return read;
    },
    fault: () => fault,
  };
}

/** A stream of which the beginning was read already. */
export function withHead(head: Uint8Array, rest: ByteStream): ByteStream {
  let at = 0;
  return {
    fill(target) {
      const part = head.subarray(at, at + target.length);
      target.set(part);
      at += part.length;
      return part.length === target.length ? part.length : part.length + rest.fill(target.subarray(part.length));
    },
    fault: () => (at < head.length ? undefined : rest.fault()),
  };
}

/** A stream that ends after so many bytes, if it does not end before; `cut` says why, if there were more. */
export function cutAfter(length: number, stream: ByteStream, cut?: Fault): ByteStream {
  let left = length;
  let fault: Fault | undefined;
  return {
    fill(target) {
      const part = target.length > left ? target.subarray(0, left) : target;
      const read = stream.fill(part);
      left -= read;
      const full = part.length < target.length && left === 0;
      if (cut !== undefined && fault === undefined && full && stream.fill(new Uint8Array(1)) > 0) fault = cut;
      return read;
    },
    fault: () => fault ?? stream.fault(),
  };
}
