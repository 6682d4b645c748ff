/** Computes which bytes can stand at each distance behind a prefix, over all matches of a shape that begin with it. */

import type { Following } from '@leasehold/kernel';
import { type PatternNode, patternTree } from '../../packages/checks/src/secrets/pattern-tree.ts';

/** Bytes behind a prefix that are examined. */
const HORIZON = 96;

/** A state of a nondeterministic automaton: it consumes a byte of its set, or nothing, and goes on to any of `next`. */
interface State {
  readonly set: Uint8Array | undefined;
  readonly next: State[];
}

const ALL: Uint8Array = new Uint8Array(256).fill(1);
type Sequence = Extract<PatternNode, { readonly kind: 'sequence' }>;

/** Bytes that can follow the end of a value, by `boundary.ts`: no letter, digit or underscore. */
const BOUNDARY: Uint8Array = ALL.map((_, byte) => Number(!/\w/.test(String.fromCharCode(byte))));

/**
 * Computes the sets of bytes behind a prefix, up to {@link HORIZON} bytes; neighbours with the same set are one entry.
 *
 * Lookarounds are taken to hold, so that a set may have too many bytes and never too few.
 *
 * @param most - most alternatives of the shape that are kept apart
 * @returns one for each alternative of which a match begins with the prefix
 */
export function bytesBehind(shape: RegExp, prefix: string, most: number): readonly (readonly Following[])[] {
  const end = endOf(shape);
  const all = alternatives(patternTree(shape), most).flatMap((pattern) => {
    let states = closed([automaton(pattern, end, prefix.length + HORIZON)]);
    for (const char of prefix) states = behindByte(states, char.charCodeAt(0));
    return states.length === 0 ? [] : [stretchesFrom(states)];
  });
  if (all.length === 0) throw new Error(`no match of \`${shape.source}\` begins with \`${prefix}\``);
  return all;
}

/** Splits a pattern into alternatives that together match what it matches. */
function alternatives(node: PatternNode, most: number): readonly PatternNode[] {
  if (node.kind === 'either' && node.options.length <= most) {
    return node.options.flatMap((option) => alternatives(option, Math.floor(most / node.options.length)));
  }
  if (node.kind !== 'sequence') return [node];
  return node.parts.reduce<readonly Sequence[]>(
    (heads, part) => {
      const tails = alternatives(part, Math.floor(most / heads.length));
      return heads.flatMap(({ kind, parts }) => tails.map((tail) => ({ kind, parts: [...parts, tail] })));
    },
    [{ kind: 'sequence', parts: [] }],
  );
}

function behindByte(states: readonly State[], byte: number): readonly State[] {
  return closed(states.filter(({ set }) => set?.[byte] === 1).flatMap(({ next }) => next));
}

function stretchesFrom(first: readonly State[]): readonly Following[] {
  let states = first;
  const behind: Following[] = [];
  for (let distance = 0; distance < HORIZON; distance++) {
    const set = unionOf(states.map((state) => state.set ?? ALL));
    const last = behind.at(-1);
    if (last !== undefined && isSame(last.set, set)) behind.splice(-1, 1, { set, count: last.count + 1 });
    else behind.push({ set, count: 1 });
    states = closed(states.flatMap(({ next }) => next));
  }
  return behind;
}

/** The union of sets of bytes. */
export function unionOf(sets: readonly Uint8Array[]): Uint8Array {
  const different = [...new Set(sets)];
  return ALL.map((_, byte) => Number(different.some((set) => set[byte] === 1)));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((has, byte) => has === other[byte]);
}

/** The state behind a match: anything, but first no part of a word where the value ends with the match. */
function endOf({ source }: RegExp): State {
  const anything: State = { set: ALL, next: [] };
  anything.next.push(anything);
  const secret = source.indexOf('(?<secret>');
  return secret < 0 || closes(source, secret) === source.length - 1 ? { set: BOUNDARY, next: [anything] } : anything;
}

/** Offset of the bracket that closes the group opened at an offset. */
function closes(source: string, open: number): number {
  let depth = 0;
  const brackets = /\\.|\[(?:\\.|[^\]\\])*\]|[()]/gs;
  brackets.lastIndex = open;
  for (let found = brackets.exec(source); found !== null; found = brackets.exec(source)) {
    if (found[0] === '(') depth++;
    if (found[0] === ')' && --depth === 0) return found.index;
  }
  return -1;
}

/**
 * Builds the states of a pattern from its end.
 *
 * @param most - repetitions beyond this reach over the horizon
 */
function automaton(node: PatternNode, next: State, most: number): State {
  switch (node.kind) {
    case 'set':
      return { set: node.has, next: [next] };
    case 'sequence':
      return node.parts.reduceRight((rest, part) => automaton(part, rest, most), next);
    case 'either':
      return { set: undefined, next: node.options.map((option) => automaton(option, next, most)) };
    case 'repeat': {
      let rest = next;
      for (let count = Math.min(node.most, most); count > 0; count--) {
        const once = automaton(node.of, rest, most);
        rest = count <= node.least ? once : { set: undefined, next: [once, next] };
      }
      return rest;
    }
    default:
      return next;
  }
}

/** The states that consume a byte, among these and those that they reach without one. */
function closed(states: readonly State[]): readonly State[] {
  const seen = new Set(states);
  for (const { set, next } of seen) if (set === undefined) for (const state of next) seen.add(state);
  return [...seen].filter(({ set }) => set !== undefined);
}
