/** Decodes the embedded module. */

import { WASM } from './wasm-module.ts';

/** The bytes of the module. */
export function wasmBytes(): Uint8Array<ArrayBuffer> {
  const text = atob(WASM);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
