/** Bytes and the strings that stand for them, one character a byte. */

/** The bytes of a latin1 string; of a character beyond it only the low byte. */
export function toBytes(text: string): Uint8Array {
  // A private key has thousands of characters: a loop takes a tenth of the time of `Uint8Array.from`.
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The latin1 string of bytes. */
export function toText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** One array after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
