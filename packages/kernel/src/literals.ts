/** Hands the literals that the kernel is to find over to it; how they stand in memory is described in `assembly/node.ts`. */

import { InternalError } from '@leasehold/core';
import { ARMOR, AUTHORITY, KINDS, STEMS } from './anchors.ts';
import { grow, type WasmMemory } from './web-assembly.ts';

/** Address and size of the nodes, as in `assembly/layout.ts`. */
const NODES = 16384 + 12 * 8192 + 16384 + 2048 + 8192 + 64 * 8192 + 512;
const NODE = 64;
const HEAD = 8;
const REST = 32;

interface Literal {
  readonly text: string;
  readonly kind: number;
}

/** What was written: how many nodes, and the first byte behind them. */
interface Written {
  readonly count: number;
  readonly end: number;
}

/**
 * Writes the built-in literals and these prefixes into a fresh memory.
 *
 * @throws InternalError when a prefix is not 3 to 40 printable ASCII characters without a blank
 */
export function writeLiterals(memory: WasmMemory, prefixes: readonly string[]): Written {
  const literals = literalsOf(prefixes).sort((a, b) => a.text.length - b.text.length);
  const end = NODES + (literals.length + 1) * NODE;
  grow(memory, end);
  const view = new DataView(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  literals.forEach((literal, index) => {
    writeNode(bytes, view, NODES + (index + 1) * NODE, literal);
  });
  return { count: literals.length, end };
}

function literalsOf(prefixes: readonly string[]): Literal[] {
  const unfit = prefixes.find((text) => !/^[\x21-\x7e]{3,40}$/.test(text));
  if (unfit !== undefined) {
    throw new InternalError(`the prefix ${JSON.stringify(unfit)} is not 3 to 40 printable characters`, {
      code: 'ERR_KERNEL_PREFIX',
    });
  }
  return [
    ...STEMS.map((text) => ({ text, kind: KINDS.stem })),
    ...ARMOR.map((text) => ({ text, kind: KINDS.armor })),
    { text: AUTHORITY, kind: KINDS.authority },
    ...[...new Set(prefixes)].map((text) => ({ text, kind: KINDS.prefix })),
  ];
}

function writeNode(bytes: Uint8Array, view: DataView, at: number, { text, kind }: Literal): void {
  for (let k = 0; k < text.length; k++) bytes[at + (k < HEAD ? k : REST - HEAD + k)] = text.charCodeAt(k);
  view.setUint16(at + 24, text.length, true);
  view.setUint16(at + 26, kind, true);
}
