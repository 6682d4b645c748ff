/** Scans one file after the other for the credentials of a catalogue of rules. */

import type { Found, Kernel } from '@leasehold/kernel';
import { RULES } from './catalogue.ts';
import { fileKind } from './context/operand.ts';
import { withAllowances } from './inline-allow.ts';
import { everywhere, newLayerScan } from './layer-scan.ts';
import { withoutOverlaps } from './overlap.ts';
import type { RawFinding } from './raw-finding.ts';
import type { SecretRule } from './rule.ts';
import { type Narrowed, narrowUtf16 } from './utf16.ts';

/** The first byte of either byte order mark of UTF-16, or more. */
const LEAST_MARK = 0xfe;

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
  const { scan: scanLayer, choice } = newLayerScan(rules);

  let hasNul = false;
  let code = false;

  /** Hands every spot of the kernel to the layer that the file is. */
  function outer(bytes: Uint8Array, each: Found): void {
    const room = kernel.room(bytes.length);
    if (!isIn(room, bytes)) room.set(bytes);
    hasNul = kernel.scan(bytes.length, each, choice, code);
  }

  /** The same for a layer within, while the file stays in the room. */
  function inner(bytes: Uint8Array, each: Found): void {
    if (!kernel.scanAside(bytes, each, choice, code)) everywhere(bytes, each);
  }

  const ports = { outer, inner };

  /** Scans a file in UTF-16 once more, as what its units say; a file that lies in the room gives way, and is put back. */
  function scanWide(bytes: Uint8Array, path: string, { bytes: text, origin }: Narrowed): readonly RawFinding[] {
    const room = kernel.room(bytes.length);
    const kept = isIn(room, bytes) ? bytes.slice() : undefined;
    const found = withAllowances(text, scanLayer(text, path, ports));
    if (kept !== undefined) room.set(kept);
    return found.map((finding) => moved(finding, origin));
  }

  return {
    scan(bytes, path) {
      code = fileKind(path) === 'code';
      const found = withAllowances(bytes, scanLayer(bytes, path, ports));
      // Nearly all files are told from UTF-16 by this alone.
      if (!hasNul && (bytes[0] ?? 0) < LEAST_MARK) return found;
      const narrowed = narrowUtf16(bytes);
      // A mark, or a beginning in UTF-16, does not make the rest so: both readings count.
      return narrowed === undefined ? found : withoutOverlaps([...found, ...scanWide(bytes, path, narrowed)]);
    },
  };
}

function isIn(room: Uint8Array, bytes: Uint8Array): boolean {
  return room.buffer === bytes.buffer && room.byteOffset === bytes.byteOffset;
}

function moved(finding: RawFinding, origin: (offset: number) => number): RawFinding {
  return { ...finding, start: origin(finding.start), end: origin(finding.end) };
}
