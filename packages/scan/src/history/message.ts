/** The message of a commit or a tag. */

const NEWLINE = 0x0a;

/**
 * What stands behind the first empty line (gitformat: header lines, an empty line, the message); empty when there is none.
 *
 * @param bytes - the whole object; what comes back is a view of it
 */
export function messageOf(bytes: Uint8Array): Uint8Array {
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (bytes[at + 1] === NEWLINE) return bytes.subarray(at + 2);
  }
  return bytes.subarray(bytes.length);
}
