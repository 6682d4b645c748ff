/** Writes archives as tests need them: small, and wrong where the test wants it. */

import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** A file to be packed; content as text is UTF-8. */
export interface Packed {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** Put into the directory in the stead of what is true. */
  readonly flags?: number;
  readonly method?: number;
  readonly packedSize?: number;
  /** Of tar: the type of the entry. */
  readonly type?: string;
}

const bytesOf = (content: string | Uint8Array): Buffer => Buffer.from(content as string);

/** A zip. */
export function zipOf(files: readonly Packed[], before: string = ''): Buffer {
  const parts: Buffer[] = [Buffer.from(before)];
  const directory: Buffer[] = [];
  let offset = before.length;
  for (const { name, content, stored = false, flags = 0x800, method = stored ? 0 : 8, packedSize } of files) {
    const plain = bytesOf(content);
    const data = stored ? plain : deflateRawSync(plain);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(crc32(plain), 10);
    shared.writeUInt32LE(packedSize ?? data.length, 14);
    shared.writeUInt32LE(plain.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset - before.length, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, place, Buffer.from(name));
    const local = [Buffer.from('PK\x03\x04'), shared, Buffer.from(name), data];
    parts.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset - before.length, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** A tar in the form of ustar. */
export function tarOf(files: readonly Packed[]): Buffer {
  const parts = files.flatMap(({ name, content, type = '0' }) => {
    const data = bytesOf(content);
    return [tarHeaderOf(name, data.length, type), data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

function tarHeaderOf(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** A gzip. */
export function gzipOf(content: string | Uint8Array): Buffer {
  return gzipSync(bytesOf(content));
}
