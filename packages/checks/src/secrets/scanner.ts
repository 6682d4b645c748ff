/** Scans one file after the other for the credentials of a catalogue of rules. */

import type { Anchor, Kernel } from '@leasehold/kernel';
import { RULES } from './catalogue.ts';
import { allowanceOf } from './inline-allow.ts';
import { newLayerScan } from './layer-scan.ts';
import { withoutOverlaps } from './overlap.ts';
import type { RawFinding } from './raw-finding.ts';
import type { SecretRule } from './rule.ts';
import { narrowUtf16 } from './utf16.ts';

/** Finds credentials in bytes. */
export interface Scanner {
  /**
   * Scans a file, or any other piece of text that stands for itself.
   *
   * Plain and UTF-16 text, binary files by their printable runs; base64, hex, percent-encoding and escapes are undone where they look like text, two layers deep. The time is in proportion to the size, whatever is in it.
   *
   * @param bytes - the whole file; a view of the kernel's room is scanned in place
   * @param path - what stands in it counts as standing near
   * @returns in order of their place; those of one stretch that hide each other only once
   */
  scan(bytes: Uint8Array, path: string): readonly RawFinding[];
}

/**
 * A scanner with a kernel of its own: one a thread.
 *
 * @param kernel - opened with {@link SHORT_PREFIXES}, if the rules are those of the catalogue
 * @throws InternalError when a rule has a prefix that cannot be looked for
 * @example newScanner(openKernel(SHORT_PREFIXES)).scan(bytes, 'src/main.ts')
 */
export function newScanner(kernel: Kernel, rules: readonly SecretRule[] = RULES): Scanner {
  const scanLayer = newLayerScan(rules);

  /** Hands every spot of the kernel to the layer that the file is. */
  function spots(bytes: Uint8Array, each: (anchor: Anchor, start: number, end: number) => void): void {
    const room = kernel.room(bytes.length);
    if (room.buffer !== bytes.buffer || room.byteOffset !== bytes.byteOffset) room.set(bytes);
    kernel.scan(bytes.length, each);
  }

  return {
    scan(bytes, path) {
      const found = noteAllowances(bytes, scanLayer(bytes, path, spots));
      const narrowed = narrowUtf16(bytes);
      if (narrowed === undefined) return found;
      // A mark, or a beginning in UTF-16, does not make the rest so: both readings count.
      const { bytes: text, origin } = narrowed;
      const wide = noteAllowances(text, scanLayer(text, path)).map((finding) => moved(finding, origin));
      return withoutOverlaps([...found, ...wide]);
    },
  };
}

function noteAllowances(bytes: Uint8Array, findings: readonly RawFinding[]): readonly RawFinding[] {
  return findings.map((finding) => {
    const allowance = allowanceOf(bytes, finding.rule.id, finding.start, finding.end);
    if (allowance === undefined) return finding;
    return allowance.allowed ? { ...finding, allowed: allowance.note } : { ...finding, why: [...finding.why, allowance.note] };
  });
}

function moved(finding: RawFinding, origin: (offset: number) => number): RawFinding {
  return { ...finding, start: origin(finding.start), end: origin(finding.end) };
}
