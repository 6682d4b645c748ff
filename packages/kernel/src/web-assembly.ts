/** The part of the WebAssembly interface that the kernel uses; Node has it, its type declarations do not. */

/** Memory that grows by pages of 64 KiB. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/** Compiles a module, at once. */
export function compile(bytes: Uint8Array): object {
  return new (webAssembly().Module)(bytes);
}

/** Makes an instance of a module; answers what it exports. */
export function instantiate(module: object): object {
  return new (webAssembly().Instance)(module).exports;
}

function webAssembly(): WebAssemblyInterface {
  return (globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface }).WebAssembly;
}

/** Makes a memory at least that many bytes large; views of it are invalid then. */
export function grow(memory: WasmMemory, size: number): void {
  const missing = size - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
}
