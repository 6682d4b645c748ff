/** What stands in single objects, each scanned at most once for a path. */

import { fingerprint, type RawFinding } from '@leasehold/checks';
import type { Finding, Tier } from '@leasehold/core';
import type { ObjectStore } from '@leasehold/git';
import { readable } from '../byte-path.ts';
import { newBytesScan } from '../changes/blob-scan.ts';
import { openScanner, type ScannerSource } from '../open-scanner.ts';
import { WINDOW } from '../windows.ts';
import { messageOf } from './message.ts';

/** The findings of objects. */
export interface Contents {
  /** What a file with this content would be reported for under a path (latin1), or a message under its name; empty when it is not here. */
  findings(object: string, path: string): readonly Finding[];
  /** Whether a value of {@link keyOf}, as it is spelt in `sample`, stands in a content; where it is not found in the sample, whether the content would be reported for it. */
  has(object: string, path: string, key: string, sample: string): boolean;
}

/** What makes two findings the same secret. */
export function keyOf({ ruleId, fingerprint }: { readonly ruleId: string; readonly fingerprint: string }): string {
  return `${ruleId} ${fingerprint}`;
}

/** Results that are kept: those of neighbours in a history are asked for again and again. */
const KEPT = 4096;

/** What stands in one object. */
interface Seen {
  readonly findings: readonly Finding[];
  /** How each value of {@link keyOf} is spelt. */
  readonly spellings: ReadonlyMap<string, Uint8Array>;
}

const NOTHING: Seen = { findings: [], spellings: new Map() };

/** Reads and scans as it is asked; `failOn` and stronger tiers fail. */
export function newContents(store: Pick<ObjectStore, 'read'>, source: ScannerSource, failOn: Tier): Contents {
  const scanner = openScanner(source);
  let heard: readonly RawFinding[] = [];
  const scan = newBytesScan(
    {
      ...scanner,
      scan(bytes, path) {
        heard = scanner.scan(bytes, path);
        return heard;
      },
    },
    failOn,
  );
  const seen = keeping((name: string): Seen => {
    const [object, path] = parted(name);
    const bytes = bytesOf(object);
    const { findings } = bytes === undefined ? NOTHING : scan(bytes, readable(path));
    if (bytes === undefined || findings.length === 0) return NOTHING;
    // What was looked at in windows was not heard as a whole.
    const raws = bytes.length < WINDOW ? heard : scanner.scan(bytes, readable(path));
    const spellings = new Map(
      raws.map(({ rule, value, start, end }) => [`${rule.id} ${fingerprint(rule.id, value)}`, bytes.slice(start, end)]),
    );
    return { findings, spellings };
  });

  function bytesOf(object: string): Uint8Array | undefined {
    const read = store.read(object);
    return read === undefined || read.type === 'blob' ? read?.bytes : messageOf(read.bytes);
  }

  const findings = (object: string, path: string): readonly Finding[] => seen(`${object} ${path}`).findings;
  return {
    findings,
    has(object, path, key, sample) {
      const spelling = seen(`${sample} ${path}`).spellings.get(key);
      if (spelling === undefined) return findings(object, path).some((finding) => keyOf(finding) === key);
      const bytes = bytesOf(object);
      return bytes !== undefined && Buffer.prototype.indexOf.call(bytes, spelling as Buffer) >= 0;
    },
  };
}

/** An id and a path, apart at the first space. */
function parted(name: string): readonly [object: string, path: string] {
  const space = name.indexOf(' ');
  return [name.slice(0, space), name.slice(space + 1)];
}

/** Keeps the newest answers. */
function keeping<T>(answer: (name: string) => T): (name: string) => T {
  const kept = new Map<string, T>();
  return (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = answer(name);
    if (kept.size === KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(name, made);
    return made;
  };
}
