/** Finds the word that introduces a run without assigning it: a scheme, a flag, a call, a word of prose. */

import { latin1 } from '../window.ts';
import { BEFORE, lineStart } from './left-side.ts';

const WORD =
  /(?:^|[^A-Za-z])(bearer|basic|ntlm|[\w.-]{0,40}(?:token|secret|key|password|passwd))(?:[ "'(=:\\`[]|&quot;|&#39;){1,6}$/i;
/** The last three letters of those words. */
export const INTRODUCERS: readonly string[] = ['rer', 'sic', 'tlm', 'ken', 'ret', 'key', 'ord', 'swd'];
const LAST: ReadonlySet<number> = new Set(
  INTRODUCERS.map((last) => threeOf(last.charCodeAt(0), last.charCodeAt(1), last.charCodeAt(2))),
);
/** What may stand between such a word and the run. */
const BETWEEN: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  ' "\'(=:\\`[;'.includes(String.fromCharCode(byte)) ? 1 : 0,
);
const MOST_BETWEEN = 6;
const SEMICOLON = 0x3b;

/** A word before a run. */
export interface Introduction {
  readonly word: string;
  /** Its first byte. */
  readonly start: number;
  /** What stands between it and the run. */
  readonly tie: string;
}

function threeOf(first: number, second: number, third: number): number {
  return ((first | 0x20) << 16) | ((second | 0x20) << 8) | (third | 0x20);
}

/** The word that introduces the run at a place; most have none, which a few bytes tell. */
export function introductionOf(bytes: Uint8Array, run: number): Introduction | undefined {
  let at = run;
  while (at > 0 && run - at < MOST_BETWEEN && BETWEEN[bytes[at - 1] as number] === 1) at--;
  if (at === run || at < 3) return undefined;
  // Behind an entity such as `&quot;` the word stands further left.
  const entity = bytes[run - 1] === SEMICOLON;
  if (!entity && !LAST.has(threeOf(bytes[at - 3] as number, bytes[at - 2] as number, bytes[at - 1] as number))) return undefined;
  const from = lineStart(bytes, run, BEFORE);
  const before = latin1(bytes, from, run);
  const found = WORD.exec(before);
  if (found?.[1] === undefined) return undefined;
  const start = found.index + found[0].indexOf(found[1]);
  return { word: found[1], start: from + start, tie: before.slice(start + found[1].length) };
}
