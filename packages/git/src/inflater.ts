/** Inflates objects that are read one by one. */

import { inflateSync } from 'node:zlib';
import { FREE, type Machine, newMachine, SLACK } from './machine.ts';

/** Inflates a whole stream; undefined when it does not give exactly so many bytes. The stream may go on behind its end. */
export type Inflater = (stream: Uint8Array, size: number) => Uint8Array | undefined;

/** A machine takes a while to make, and is four times as fast for small objects. */
const FEW = 32;
const SMALL = 256 << 10;

/** Makes an inflater. */
export function newInflater(): Inflater {
  let machine: Machine | undefined;
  let times = 0;
  return (stream, size) => {
    if (times++ < FEW || size > SMALL) return byZlib(stream, size);
    machine ??= newMachine();
    const to = FREE + stream.length + SLACK;
    machine.reserve(to + size + SLACK);
    machine.bytes().set(stream, FREE);
    return machine.inflate(FREE, FREE + stream.length, to, size) === 0 ? undefined : machine.bytes().slice(to, to + size);
  };
}

function byZlib(stream: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const bytes = inflateSync(stream, { maxOutputLength: size + 1 });
    return bytes.length === size ? bytes : undefined;
  } catch {
    return undefined;
  }
}
