/** The bytes around a candidate as text, decoded only where a candidate is. */

/** Decoded at once, so that neighbours share it. */
const LEAST = 1024;
/** A file up to this size is decoded whole. */
const WHOLE = 4096;
/** Beyond it the decoder of the platform is faster than one call. */
const FEW = 256;

/** The platform's decoder takes longer to load than it saves in the first texts. */
const TEXTS_WITHOUT = 64;
let decoder: { decode(bytes: Uint8Array): string } | undefined;
let texts = 0;

/** One stretch of text over the bytes; it moves as it is asked to. */
export interface TextWindow {
  /** One character a byte. */
  text: string;
  /** Offset of its first character. */
  from: number;
  /** Moves so that these bytes are in it, as far as there are that many. */
  cover(from: number, to: number): void;
}

/** A window over bytes, which stands nowhere yet. */
export function newTextWindow(bytes: Uint8Array): TextWindow {
  let until = 0;
  const window: TextWindow = {
    text: '',
    from: 0,
    cover(from: number, to: number): void {
      const end = Math.min(to, bytes.length);
      if (from >= window.from && end <= until) return;
      const whole = bytes.length <= WHOLE;
      window.from = whole ? 0 : Math.max(0, from);
      until = whole ? bytes.length : Math.min(bytes.length, Math.max(end, window.from + LEAST));
      window.text = textOf(bytes, window.from, until);
    },
  };
  return window;
}

/** The text of a window: the `latin1` of the Web has signs of its own from 0x80 to 0x9f, but no shape asks for those, and values are read by {@link latin1}. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  return loadedDecoder()?.decode(bytes.subarray(from, to)) ?? latin1(bytes, from, to);
}

function loadedDecoder(): typeof decoder {
  if (texts < TEXTS_WITHOUT) {
    texts++;
    return undefined;
  }
  decoder ??= new TextDecoder('latin1');
  return decoder;
}

/** Bytes as a string of the same length, each character the number of its byte. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  const start = Math.max(0, from);
  const end = Math.min(to, bytes.length);
  if (end - start > FEW && !hasControls(bytes, start, end)) {
    const text = loadedDecoder()?.decode(bytes.subarray(start, end));
    if (text !== undefined) return text;
  }
  let text = '';
  for (let at = start; at < end; at += FEW)
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(at + FEW, end)) as unknown as number[]);
  return text;
}

/** Whether the decoder of the platform would read some of the bytes as something else. */
function hasControls(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (((bytes[at] as number) & 0xe0) === 0x80) return true;
  return false;
}
