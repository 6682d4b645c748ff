/** Decodes the embedded module. */

import { WASM } from './wasm-module.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of the module. */
export function wasmBytes(): Uint8Array<ArrayBuffer> {
  const digits = new Uint8Array(128);
  for (let k = 0; k < 64; k++) digits[ALPHABET.charCodeAt(k)] = k;
  const bytes = new Uint8Array((WASM.length >> 2) * 3);
  for (let from = 0, to = 0; from < WASM.length; from += 4, to += 3) {
    const quad =
      ((digits[WASM.charCodeAt(from)] as number) << 18) |
      ((digits[WASM.charCodeAt(from + 1)] as number) << 12) |
      ((digits[WASM.charCodeAt(from + 2)] as number) << 6) |
      (digits[WASM.charCodeAt(from + 3)] as number);
    bytes[to] = quad >> 16;
    bytes[to + 1] = quad >> 8;
    bytes[to + 2] = quad;
  }
  return bytes.subarray(0, bytes.length - (WASM.endsWith('==') ? 2 : WASM.endsWith('=') ? 1 : 0));
}
