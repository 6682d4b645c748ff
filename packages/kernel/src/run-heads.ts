/** Hands over to the kernel what values begin with, and which begin with nothing of their own. */

import { type HeadTable, LONGEST_TABLE } from './head-table.ts';
import type { WasmMemory } from './web-assembly.ts';
import type { Wording } from './wording.ts';

/** A value that begins with nothing of its own; it takes all of a run, or what stands between two signs of equality in it. */
export interface Whole {
  /** Its length, 16 at the least. */
  readonly least: number;
  readonly most: number;
  /** A literal that stands in it, of which eight characters are looked at; empty when there is none. */
  readonly mark: string;
}

/** What is told of the runs and assignments; the others are passed over. Told are all runs that have a credential word at most 40 bytes to their left, and the assignments of something that may be a value: no call, no expression, nothing shorter than four bytes, in source code no bare word. */
export interface Choice {
  /** What values begin with: places in a run or right before it where one of these may begin are told as heads. A run is told when it holds text in base64 or hex, and when an escape touches it. More than 8,191 cannot be told apart: then every run is told, and no head. */
  readonly heads: readonly HeadTable[];
  /** A run that may be or hold one of these is told as well. More than 16 cannot be told apart, as with heads. */
  readonly wholes: readonly Whole[];
  /** Without it, no assignment of something that may be a value is passed over, and no run behind a credential word. */
  readonly wording?: Wording | undefined;
}

/** What the module exports for it. */
export interface ChoiceExports {
  readonly memory: WasmMemory;
  clearValues(): void;
  readValues(length: number): number;
  prepareWholes(wholes: number): void;
}

/** Addresses, as in `assembly/layout.ts`: where tables are read, and where the wholes stand. */
const TABLE = 16384;
const WHOLES = 16384 + 12 * 8192 + 16384 + 2048 + 8192 + 64 * 8192;
const WHOLE = 32;
const MOST_WHOLES = 16;
/** How much of a literal is compared. */
const LOOKED_AT = 8;
const MOST_LENGTH = 0xffff;

/** Writes a choice into memory; false when there is no room for all of it, so that nothing may be passed over. */
export function writeChoice(
  { memory, clearValues, readValues, prepareWholes }: ChoiceExports,
  { heads, wholes }: Choice,
): boolean {
  if (wholes.length > MOST_WHOLES) return false;
  writeWholes(memory, wholes);
  prepareWholes(wholes.length);
  clearValues();
  const room = new Uint8Array(memory.buffer, TABLE, LONGEST_TABLE);
  const encoder = new TextEncoder();
  return heads.every((table) => table.length <= LONGEST_TABLE && readValues(encoder.encodeInto(table, room).written) !== 0);
}

function writeWholes(memory: WasmMemory, wholes: readonly Whole[]): void {
  const view = new DataView(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  wholes.forEach(({ least, most, mark }, index) => {
    const at = WHOLES + index * WHOLE;
    writeText(bytes, at, mark);
    bytes.fill(0, at + 8, at + 8 + LOOKED_AT).fill(0xff, at + 8, at + 8 + Math.min(mark.length, LOOKED_AT));
    view.setUint16(at + 16, Math.min(least, MOST_LENGTH), true);
    view.setUint16(at + 18, Math.min(most, MOST_LENGTH), true);
  });
}

/** The first bytes of a text, and zeros behind it. */
function writeText(bytes: Uint8Array, at: number, text: string): void {
  const length = Math.min(text.length, LOOKED_AT);
  for (let k = 0; k < length; k++) bytes[at + k] = text.charCodeAt(k);
  bytes.fill(0, at + length, at + LOOKED_AT);
}
