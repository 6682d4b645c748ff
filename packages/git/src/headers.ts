/** The lines before the message of a commit or tag. */

/** Who, and when. */
export interface Person {
  /** Empty when it is not said. */
  readonly name: string;
  readonly mail: string;
  /** Seconds since the epoch; 0 when it is not said. */
  readonly time: number;
  /** Minutes east of UTC. */
  readonly zone: number;
}

/** Keys and values in the order in which they stand. */
export type Headers = readonly (readonly [key: string, value: string])[];

const NEWLINE = 10;
const SPACE = 32;

/** Reads `key value` lines up to the first empty one; what goes over several lines, such as a signature, is left out but for its first. */
export function headersOf(bytes: Uint8Array): { readonly headers: Headers; readonly end: number } {
  const headers: [string, string][] = [];
  let at = 0;
  while (at < bytes.length && bytes[at] !== NEWLINE) {
    const newline = bytes.indexOf(NEWLINE, at);
    const end = newline < 0 ? bytes.length : newline;
    if (bytes[at] !== SPACE) {
      const line = decode(bytes.subarray(at, end));
      const space = line.indexOf(' ');
      if (space > 0) headers.push([line.slice(0, space), line.slice(space + 1)]);
    }
    at = end + 1;
  }
  return { headers, end: Math.min(at + 1, bytes.length) };
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** The person of a header, `name <mail> seconds zone`; one that cannot be read is as good as none. */
export function personOf(headers: Headers, wanted: string): Person {
  const line = headers.find(([key]) => key === wanted)?.[1] ?? '';
  const open = line.indexOf('<');
  const close = line.lastIndexOf('>');
  if (open < 0 || close < open) return { name: line.trim(), mail: '', time: 0, zone: 0 };
  const [, seconds, sign, hours, minutes] = /^ (\d{1,12}) ([+-])(\d\d)(\d\d)/.exec(line.slice(close + 1)) ?? [];
  return {
    name: line.slice(0, open).trim(),
    mail: line.slice(open + 1, close),
    time: Number(seconds ?? 0),
    zone: seconds === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)),
  };
}
