/** Deflate and gzip as streams, in memory that does not grow with what they hold. */

import { type FlateError, FlateErrorCode, Gunzip, Inflate } from 'fflate/browser';
import type { ByteStream } from './byte-stream.ts';
import { FAULTS, type Fault } from './fault.ts';
import type { Meter } from './meter.ts';

/** Bytes that are unpacked at once: at most 1,032 times as many come out of them, so that they are few until it is known that those are not. */
const FEWEST = 1024;
const MOST = 32_768;
const TAME = 32;

/** Unpacks a stream. What stands behind its end is passed over, as other unpackers do. */
export function unpacked(form: 'deflate' | 'gzip', packed: ByteStream, meter: Meter): ByteStream {
  const { ratio, grace } = meter.limits;
  const ready: Uint8Array[] = [];
  const unpacker = new (form === 'gzip' ? Gunzip : Inflate)((part) => {
    given += part.length;
    ready.push(part);
  });
  let taken = 0;
  let given = 0;
  let fault: Fault | undefined;
  let ended = false;
  // The last piece must be known as such, and must not be empty, for the unpacker to miss what it lacks.
  let size = FEWEST;
  let next = chunkOf(packed, size);

  function unpackMore(): void {
    const piece = next;
    next = chunkOf(packed, size);
    ended = next.length === 0;
    taken += piece.length;
    const before = given;
    try {
      unpacker.push(piece, ended);
    } catch (error) {
      const behind = (error as FlateError).code === FlateErrorCode.InvalidHeader && given > 0;
      stop(behind ? undefined : FAULTS.damaged);
    }
    size = given - before > TAME * piece.length ? FEWEST : Math.min(MOST, 2 * size);
    if (!meter.unpacked(given - before)) stop(FAULTS.whole);
    else if (given > grace && given > taken * ratio) stop(FAULTS.ratio);
  }

  function stop(reason: Fault | undefined): void {
    fault ??= reason;
    ended = true;
  }

  return {
    fill(target) {
      let filled = 0;
      while (filled < target.length) {
        const part = ready[0];
        if (part === undefined) {
          if (ended) break;
          unpackMore();
          continue;
        }
        const piece = part.subarray(0, target.length - filled);
        target.set(piece, filled);
        filled += piece.length;
        if (piece.length === part.length) ready.shift();
        else ready[0] = part.subarray(piece.length);
      }
      return filled;
    },
    fault: () => (ready.length > 0 ? undefined : (packed.fault() ?? fault)),
  };
}

/** A piece of its own: the unpacker may keep it. */
function chunkOf(stream: ByteStream, size: number): Uint8Array {
  const chunk = new Uint8Array(size);
  return chunk.subarray(0, stream.fill(chunk));
}
