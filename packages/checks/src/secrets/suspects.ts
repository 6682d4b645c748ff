/** How far a change of a text can reach: what must be looked at around changed bytes so that no finding that depends on them is missed. */

import { extentOf } from './extent.ts';
import type { SecretRule } from './rule.ts';

/** The beginning of values that go over many lines. */
export interface Opening {
  /** Latin1. */
  readonly literal: string;
  /** Length of the longest value that begins with it. */
  readonly most: number;
}

/** Distances in bytes. */
export interface Reach {
  /** How far the words of a rule and its check look around a value that stands on one line. */
  readonly near: number;
  /** Length of the longest value that may go over a line break, but for those with an opening. */
  readonly across: number;
  /** What begins values that are longer than that. */
  readonly openings: readonly Opening[];
}

/** As `judge.ts` looks around a value, and a little more for where a value may begin and end. */
const NEAR = 208;
/** Values that go over line breaks and are longer are looked for by their openings. */
const ACROSS = 512;
/** What can be a line break, once the classes that say that they are none are gone. */
const BREAKS = /\\[snrDSW]|\[\^/;
const UNBROKEN = /\[\^[^\]]*\\[sn][^\]]*\]/g;
/** Openings that share as much are looked for together; without the blank of a header, which the kernel takes for an end. */
const SHARED = 10;

/**
 * Reads off the rules how far a change reaches.
 *
 * @throws InternalError (`ERR_RULE_UNBOUNDED`) when the shape of a rule has no greatest length
 */
export function reachOf(rules: readonly SecretRule[]): Reach {
  const openings = new Map<string, number>();
  let across = 0;
  for (const { shape, prefixes } of rules) {
    if (!BREAKS.test(shape.source.replaceAll(UNBROKEN, ''))) continue;
    const { most } = extentOf(shape);
    if (most <= ACROSS) {
      across = Math.max(across, most);
      continue;
    }
    for (const prefix of prefixes) {
      const literal = prefix.slice(0, SHARED);
      openings.set(literal, Math.max(openings.get(literal) ?? 0, most));
    }
  }
  return { near: NEAR, across, openings: [...openings].map(([literal, most]) => ({ literal, most })) };
}
