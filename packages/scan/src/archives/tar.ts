/** Tar, read from beginning to end: v7, ustar, pax and GNU. */

import { type ByteStream, cutAfter } from './byte-stream.ts';
import { FAULTS, type Fault } from './fault.ts';
import { isTarHeader } from './format.ts';
import { type ExtendedHeader, fileOf, paxHeader, tarHeader } from './tar-header.ts';

const BLOCK = 512;
/** A name is no longer. */
const MOST_EXTENDED = 1 << 20;
/** Files: plain, in the oldest form, contiguous, sparse. What else there is has no content of its own. */
const FILES: ReadonlySet<string> = new Set(['0', '\0', '7', 'S']);

/** A file of a tar; its content must be read, or left, before the next is asked for. */
export interface TarEntry {
  /** Latin1. */
  readonly name: string;
  readonly content: ByteStream;
}

/**
 * Goes through the files of a tar.
 *
 * @param each - false to go no further
 * @returns why the rest could not be read, if so
 */
export function readTar(stream: ByteStream, each: (entry: TarEntry) => boolean): Fault | undefined {
  const block = new Uint8Array(BLOCK);
  let extended: ExtendedHeader = {};
  for (;;) {
    const read = stream.fill(block);
    // A tar that ends without its two empty blocks is common, and whole.
    if (read === 0) return stream.fault();
    if (read < BLOCK) return stream.fault() ?? FAULTS.damaged;
    if (block[0] === 0 && block.every((byte) => byte === 0)) return undefined;
    const header = isTarHeader(block) ? tarHeader(block) : undefined;
    if (header === undefined) return FAULTS.damaged;
    const { type } = header;
    if ('xLNg'.includes(type)) {
      if (header.size > MOST_EXTENDED) return FAULTS.damaged;
      const body = new Uint8Array(header.size);
      if (stream.fill(body) < body.length) return stream.fault() ?? FAULTS.damaged;
      if (!skip(stream, padding(header.size))) return stream.fault() ?? FAULTS.damaged;
      if (type !== 'g') extended = { ...extended, ...(type === 'x' ? paxHeader(body) : { name: nameOf(body) }) };
      continue;
    }
    const { name, size } = fileOf(header, extended);
    extended = {};
    if (type === 'S' && !skipSparseMap(stream, block)) return stream.fault() ?? FAULTS.damaged;
    const content = cutAfter(size, whole(stream, size));
    if (FILES.has(type) && !name.endsWith('/') && !each({ name, content })) return undefined;
    if (!skip(content, Number.POSITIVE_INFINITY) && content.fault()) return content.fault();
    if (!skip(stream, padding(size))) return stream.fault() ?? FAULTS.damaged;
  }
}

/** The stream as the content of a file: to end before the file does is a fault. */
function whole(stream: ByteStream, size: number): ByteStream {
  let left = size;
  let short = false;
  return {
    fill(target) {
      const read = stream.fill(target);
      left -= read;
      short ||= read < target.length && left > 0;
      return read;
    },
    fault: () => stream.fault() ?? (short ? FAULTS.damaged : undefined),
  };
}

/** Reads over bytes; false when the stream ended before. */
function skip(stream: ByteStream, length: number): boolean {
  const waste = new Uint8Array(Math.min(length, 1 << 16));
  for (let left = length; left > 0; ) {
    const part = waste.subarray(0, Math.min(left, waste.length));
    const read = stream.fill(part);
    left -= read;
    if (read < part.length) return false;
  }
  return true;
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function nameOf(body: Uint8Array): string {
  return latin1(body).replace(/\0[\s\S]*$/, '');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** What says where the holes of a sparse file are may go on in blocks behind the header. */
function skipSparseMap(stream: ByteStream, header: Uint8Array): boolean {
  let goesOn = header[482] === 1;
  const block = new Uint8Array(BLOCK);
  while (goesOn) {
    if (stream.fill(block) < BLOCK) return false;
    goesOn = block[504] === 1;
  }
  return true;
}
