/** Stretches of an object around what its delta changed, wide enough that a finding which depends on a changed byte lies in one of them with all that it depends on. */

import type { Reach } from '@leasehold/checks';

const NEWLINE = 0x0a;
/** Beyond it the search of the platform is faster. */
const STEP = 256;

/** Pairs of offsets, in order, that do not touch each other. */
export type Ranges = readonly number[];

/** An opening as it is looked for. */
export interface OpeningBytes {
  readonly literal: Uint8Array;
  /** Length of the longest value that begins with it. */
  readonly most: number;
}

const NONE: readonly OpeningBytes[] = [];
const BYTES = new WeakMap<Reach, readonly OpeningBytes[]>();

/** The openings of those bits, the first the lowest. */
export function openingsOf(reach: Reach, bits: number): readonly OpeningBytes[] {
  if (bits === 0) return NONE;
  let all = BYTES.get(reach);
  if (all === undefined) {
    all = reach.openings.map(({ literal, most }) => ({ literal: Buffer.from(literal, 'latin1'), most }));
    BYTES.set(reach, all);
  }
  return all.filter((_, index) => (bits & (1 << index)) !== 0);
}

/**
 * Widens ranges: by what stands near a value and by the longest value that goes over a line break, then to whole lines, then by what stands near again.
 *
 * @param touched - what the delta changed, in order: pairs of from and behind
 * @param openings - those of longer values that the object has
 */
export function regionsAround(
  bytes: Uint8Array,
  touched: ArrayLike<number>,
  { near, across }: Reach,
  openings: readonly OpeningBytes[],
): Ranges {
  const regions: number[] = [];
  const wide = near + across;
  const seekers = openings.length === 0 ? [] : openings.map((opening) => newSeeker(bytes, opening));
  for (let index = 0; index < touched.length; index += 2) {
    const [start, end] = [touched[index] as number, touched[index + 1] as number];
    let first = start - wide;
    let last = end + wide;
    for (const seek of seekers) {
      const opening = seek(start, end);
      if (opening === undefined) continue;
      first = Math.min(first, opening.at - near);
      last = Math.max(last, end + opening.most + near);
    }
    const known = regions.length === 0 ? 0 : (regions[regions.length - 1] as number);
    // The region before reaches so far behind the end of a line.
    if (regions.length > 0 && last <= known - near) continue;
    // Lines that the region before has already need not be looked for again.
    const from = first <= known ? known : Math.max(0, startOfLine(bytes, first) - near);
    const to = Math.min(bytes.length, endOfLine(bytes, last) + near);
    if (regions.length > 0 && from <= known) regions[regions.length - 1] = Math.max(known, to);
    else regions.push(first <= 0 ? 0 : from, to);
  }
  return regions;
}

/** Finds the first opening from which a value can reach a range, or that stands in it; ranges are asked for in order. */
function newSeeker(
  bytes: Uint8Array,
  { literal, most }: OpeningBytes,
): (start: number, end: number) => { readonly at: number; readonly most: number } | undefined {
  let at = -1;
  // Up to here none begins that was not given.
  let sought = 0;
  return (start, end) => {
    const least = Math.max(0, start - most);
    if (at < least) {
      const from = Math.max(least, sought);
      const until = Math.min(bytes.length, end + literal.length);
      const found = from < until ? Buffer.prototype.indexOf.call(bytes.subarray(from, until), literal as Buffer) : -1;
      at = found < 0 ? -1 : from + found;
      if (found < 0) sought = Math.max(sought, until - literal.length + 1);
    }
    return at >= least && at <= end ? { at, most } : undefined;
  };
}

function startOfLine(bytes: Uint8Array, at: number): number {
  if (at <= 0) return 0;
  const least = Math.max(0, at - STEP);
  for (let place = at; place > least; place--) if (bytes[place - 1] === NEWLINE) return place;
  return least === 0 ? 0 : bytes.lastIndexOf(NEWLINE, least - 1) + 1;
}

function endOfLine(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) return bytes.length;
  const most = Math.min(bytes.length, at + STEP);
  for (let place = at; place < most; place++) if (bytes[place] === NEWLINE) return place;
  if (most === bytes.length) return most;
  const end = bytes.indexOf(NEWLINE, most);
  return end < 0 ? bytes.length : end;
}
