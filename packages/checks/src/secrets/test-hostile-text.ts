/** Texts that are made to cost a pattern time, grown from its own shape. */

import type { PatternNode } from './pattern-tree.ts';

/** Signs that are taken first where a set has them, one text each: so neighbours that share one get a run of it. */
const SIGNS = ['a', 'A', '0', '-', '.', '/', '=', '\n'];
/** In no token: what ends a run before its time. */
const WRONG = '\0';

/**
 * The longest texts that a pattern matches, whole and cut behind each piece, with a wrong byte and with more of the same behind.
 *
 * @param unbounded - how often a piece is repeated that has no bound
 */
export function hostileTexts(pattern: PatternNode, unbounded: number): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const sign of SIGNS) {
    for (let branch = 0; branch < branches(pattern); branch++) {
      for (const text of cuts(pattern, sign, branch, unbounded)) {
        texts.add(text + WRONG);
        texts.add(text + text.slice(-1).repeat(unbounded) + WRONG);
      }
    }
  }
  return texts;
}

/** What a pattern matches from its beginning to the end of each of its pieces that repeats. */
function cuts(pattern: PatternNode, sign: string, branch: number, unbounded: number): readonly string[] {
  const found: string[] = [];
  let text = '';
  for (const part of pattern.kind === 'sequence' ? pattern.parts : [pattern]) {
    text += longest(part, sign, branch, unbounded);
    if (part.kind !== 'set') found.push(text);
  }
  return text === '' ? [] : [...found, text];
}

function branches(node: PatternNode): number {
  if (node.kind === 'either') return Math.min(4, Math.max(node.options.length, ...node.options.map(branches)));
  if (node.kind === 'sequence') return Math.max(1, ...node.parts.map(branches));
  return node.kind === 'repeat' ? branches(node.of) : 1;
}

function longest(node: PatternNode, sign: string, branch: number, unbounded: number): string {
  if (node.kind === 'set') return signOf(node.has, sign);
  if (node.kind === 'sequence') return node.parts.map((part) => longest(part, sign, branch, unbounded)).join('');
  if (node.kind === 'either') return longest(node.options[branch % node.options.length] as PatternNode, sign, branch, unbounded);
  if (node.kind !== 'repeat') return '';
  const times = node.most === Number.POSITIVE_INFINITY ? unbounded : node.most;
  return longest(node.of, sign, branch, unbounded).repeat(times);
}

function signOf(has: Uint8Array, wanted: string): string {
  const found = [wanted, ...SIGNS].find((sign) => has[sign.charCodeAt(0)] === 1);
  return found ?? String.fromCharCode(Math.max(0, has.indexOf(1, 0x21)));
}
