/** The headers of tar. Reference: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */

/** What stands in the block before a file. */
export interface TarHeader {
  /** Latin1. */
  readonly name: string;
  readonly size: number;
  /** One character. */
  readonly type: string;
}

/** What a header of its own says of the next file. */
export interface ExtendedHeader {
  readonly name?: string;
  readonly size?: number;
}

/** Reads a block whose checksum holds; undefined when its size is no number. */
export function tarHeader(block: Uint8Array): TarHeader | undefined {
  const size = sizeAt(block, 124);
  if (size === undefined) return undefined;
  const prefix = textAt(block, 257, 5) === 'ustar' && block[262] === 0 ? textAt(block, 345, 155) : '';
  const name = textAt(block, 0, 100);
  return { name: prefix === '' ? name : `${prefix}/${name}`, size, type: String.fromCharCode(block[156] as number) };
}

/** A file's header, with what an extended one says in its stead. */
export function fileOf(header: TarHeader, { name, size }: ExtendedHeader): TarHeader {
  return { type: header.type, name: name ?? header.name, size: size ?? header.size };
}

/** Reads records such as `19 path=some/where\n`; what is not of that form ends it. */
export function paxHeader(body: Uint8Array): ExtendedHeader {
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
  let found: ExtendedHeader = {};
  const head = /(\d{1,8}) ([^=\n]{1,100})=/y;
  for (let at = 0; at < text.length; ) {
    head.lastIndex = at;
    const [all, length, key] = head.exec(text) ?? [];
    const end = at + Number(length);
    if (all === undefined || end <= head.lastIndex || end > text.length) break;
    const value = text.slice(head.lastIndex, end - 1);
    if (key === 'path' || key === 'GNU.sparse.name') found = { ...found, name: value };
    else if (key === 'size' && /^\d{1,15}$/.test(value)) found = { ...found, size: Number(value) };
    at = end;
  }
  return found;
}

/** Octal, or a number of base 256 where the first bit is set. */
function sizeAt(block: Uint8Array, at: number): number | undefined {
  if (((block[at] as number) & 0x80) !== 0) {
    let value = (block[at] as number) & 0x7f;
    for (let digit = 1; digit < 12; digit++) value = value * 256 + (block[at + digit] as number);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = /^[ 0]*([0-7]{0,12})[ ]*$/.exec(textAt(block, at, 12))?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits || '0', 8);
}

function textAt(block: Uint8Array, at: number, length: number): string {
  const end = block.indexOf(0, at);
  const until = end < 0 || end > at + length ? at + length : end;
  return String.fromCharCode(...block.subarray(at, until));
}
