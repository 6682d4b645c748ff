/** Runs a pattern as a backtracking engine does, and counts its steps: what it costs, without a clock. */

import type { PatternNode } from './pattern-tree.ts';

/** How one attempt ended. */
export interface Attempt {
  /** Length of the match; undefined where there is none. */
  readonly length: number | undefined;
  /** Characters that were looked at, and choices that were made. */
  readonly steps: number;
}

type Then = (at: number) => boolean;
type Match = (at: number, then: Then) => boolean;

/** A pattern that is ready to be tried at a place; gives up after `most` steps. */
export function stepMatcher(pattern: PatternNode, most: number = 20_000_000): (text: string, from?: number) => Attempt {
  let text = '';
  let steps = 0;
  const step = (): void => {
    if (++steps > most) throw new GaveUp();
  };
  const isWord = (at: number): boolean => /\w/.test(text[at] ?? '');

  function compile(node: PatternNode): Match {
    switch (node.kind) {
      case 'set':
        return (at, then) => {
          step();
          return at < text.length && node.has[text.charCodeAt(at)] === 1 && then(at + 1);
        };
      case 'sequence': {
        const parts = node.parts.map(compile);
        return (at, then) => parts.reduceRight<Then>((next, part) => (place) => part(place, next), then)(at);
      }
      case 'either': {
        const options = node.options.map(compile);
        return (at, then) =>
          options.some((option) => {
            step();
            return option(at, then);
          });
      }
      case 'edge':
        return (at, then) => {
          const between = isWord(at - 1) !== isWord(at);
          const holds = { '^': at === 0, $: at === text.length, b: between, B: !between }[node.sign];
          return holds && then(at);
        };
      case 'look':
        return look(node);
      case 'repeat':
        if (node.of.kind !== 'set') return repeat(node);
        return (node.lazy ? lazyRun : run)(node.of.has, node.least, node.most);
    }
  }

  function run(has: Uint8Array, least: number, most: number): Match {
    return (at, then) => {
      let end = at;
      while (end - at < most && end < text.length && has[text.charCodeAt(end)] === 1) {
        step();
        end++;
      }
      for (; end - at >= least; end--) {
        step();
        if (then(end)) return true;
      }
      return false;
    };
  }

  function lazyRun(has: Uint8Array, least: number, most: number): Match {
    return (at, then) => {
      for (let end = at; ; end++) {
        step();
        if (end - at >= least && then(end)) return true;
        if (end - at >= most || end >= text.length || has[text.charCodeAt(end)] !== 1) return false;
      }
    };
  }

  function repeat({ of, least, most, lazy }: PatternNode & { readonly kind: 'repeat' }): Match {
    const once = compile(of);
    const from = (count: number, at: number, then: Then): boolean => {
      step();
      const more = (): boolean => count < most && once(at, (end) => (end > at || count < least) && from(count + 1, end, then));
      if (count < least) return more();
      return lazy ? then(at) || more() : more() || then(at);
    };
    return (at, then) => from(0, at, then);
  }

  function look({ of, behind, negative }: PatternNode & { readonly kind: 'look' }): Match {
    const inner = compile(of);
    const most = longestOf(of);
    const sees = (at: number): boolean => {
      if (!behind) return inner(at, () => true);
      for (let start = at; start >= Math.max(0, at - most); start--) if (inner(start, (end) => end === at)) return true;
      return false;
    };
    return (at, then) => sees(at) !== negative && then(at);
  }

  const whole = compile(pattern);
  return (subject, from = 0) => {
    text = subject;
    steps = 0;
    let end: number | undefined;
    try {
      whole(from, (place) => {
        end = place;
        return true;
      });
    } catch (error) {
      if (!(error instanceof GaveUp) && !(error instanceof RangeError)) throw error;
      return { length: undefined, steps: Number.POSITIVE_INFINITY };
    }
    return { length: end === undefined ? undefined : end - from, steps };
  };
}

/** The greatest length of a match. */
function longestOf(node: PatternNode): number {
  if (node.kind === 'set') return 1;
  if (node.kind === 'sequence') return node.parts.reduce((sum, part) => sum + longestOf(part), 0);
  if (node.kind === 'either') return Math.max(...node.options.map(longestOf));
  return node.kind === 'repeat' ? node.most * longestOf(node.of) : 0;
}

class GaveUp extends Error {}
