/** Runs the context sweep alone, for tests: with the spots of a kernel, and with the bytes that it looks at counted. */

import { openKernel } from '@leasehold/kernel';
import type { RawFinding } from '../raw-finding.ts';
import { bytesOf } from '../test-rules.ts';
import { newContextSweep } from './context-sweep.ts';
import { FLAGS } from './flag.ts';

const kernel = openKernel(FLAGS);

function sweep(text: string, seen: Uint8Array, path: string): readonly RawFinding[] {
  const findings: RawFinding[] = [];
  const { assignment, run, flag } = newContextSweep(seen, path, (finding) => findings.push(finding));
  kernel.room(text.length).set(bytesOf(text));
  kernel.scan(text.length, (anchor, start, end) => {
    if (anchor === 'assignment') assignment(start, end);
    else if (anchor === 'run') run(start, end);
    else if (anchor === 'prefix') flag(start, end);
  });
  return findings;
}

/** What the sweep finds in a text. */
export function findIn(text: string, path: string): readonly RawFinding[] {
  return sweep(text, bytesOf(text), path);
}

/** How many bytes the sweep looks at in a text, one by one or in pieces. */
export function bytesLookedAt(text: string): number {
  let looked = 0;
  const counted = new Proxy(bytesOf(text), {
    get(bytes, key) {
      if (key === 'length') return bytes.length;
      if (key === 'subarray') {
        return (from: number, to: number): Uint8Array => {
          looked += to - from;
          return bytes.subarray(from, to);
        };
      }
      looked++;
      return Reflect.get(bytes, key, bytes);
    },
  });
  sweep(text, counted, 'a.js');
  return looked;
}
