/** Instances of the embedded module, which is decoded and compiled once a thread. */

import { WASM } from './wasm-module.ts';
import { compile, instantiate } from './web-assembly.ts';

let compiled: object | undefined;

/** A new instance with a memory of its own; answers what it exports. */
export function newInstance(): object {
  compiled ??= compile(wasmBytes());
  return instantiate(compiled);
}

function wasmBytes(): Uint8Array {
  const text = atob(WASM);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
