/** Hands over to the kernel what a value in a run may begin with; how it stands in memory is described in `assembly/value-node.ts`. */

import { grow, type WasmMemory } from './web-assembly.ts';

/** A literal that a value begins with. */
export interface RunHead {
  /** Two characters or more, latin1. */
  readonly text: string;
  /** How much of it may stand before a run that nothing joins to it; 0 when all of it lies in a run or is joined to one, at most 63. */
  readonly lead: number;
  /** How many token characters must follow it, at the least. */
  readonly need: number;
}

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
  readonly heads: readonly RunHead[];
  /** A run that may be or hold one of these is told as well. More than 16 cannot be told apart, as with heads. */
  readonly wholes: readonly Whole[];
}

/** Addresses, as in `assembly/layout.ts`. */
const NODES = 16384 + 12 * 8192 + 16384 + 2048 + 8192;
const NODE = 32;
const WHOLES = NODES + NODE * 8192;
/** How many there is room for. */
const MOST_HEADS = 8191;
const MOST_WHOLES = 16;
/** How much of a literal is compared. */
const LOOKED_AT = 8;
const MOST_LENGTH = 0xffff;

/** Whether there is room for a choice. */
export function fits({ heads, wholes }: Choice): boolean {
  return heads.length <= MOST_HEADS && wholes.length <= MOST_WHOLES;
}

/** Writes a choice that fits into memory; the tables are made of it afterwards. */
export function writeChoice(memory: WasmMemory, { heads, wholes }: Choice): void {
  grow(memory, WHOLES + MOST_WHOLES * NODE);
  const view = new DataView(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  for (let index = 0; index < heads.length; index++) {
    const { text, lead, need } = heads[index] as RunHead;
    const at = NODES + (index + 1) * NODE;
    writeText(bytes, at, text);
    view.setUint16(at + 16, text.length, true);
    view.setUint16(at + 18, need, true);
    view.setUint16(at + 20, lead, true);
    bytes[at + 24] = lead === 0 ? 0 : text.charCodeAt(lead - 1);
  }
  wholes.forEach(({ least, most, mark }, index) => {
    const at = WHOLES + index * NODE;
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
