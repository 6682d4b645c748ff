/** Paths as git and the file system know them: bytes, held as strings with one character a byte. */

const ASCII = /^[\0-\x7f]*$/;

/**
 * A path that the file system calls take.
 *
 * @param path - latin1, one character a byte
 */
export function openable(path: string): string | Buffer {
  return ASCII.test(path) ? path : Buffer.from(path, 'latin1');
}

/**
 * The path as people read it: UTF-8 where its bytes are that, with replacement characters where not.
 *
 * @param path - latin1, one character a byte
 */
export function readable(path: string): string {
  return ASCII.test(path) ? path : Buffer.from(path, 'latin1').toString('utf8');
}

/** The bytes of a path that a person wrote, with slashes between its segments. */
export function bytePath(path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return ASCII.test(slashed) ? slashed : Buffer.from(slashed, 'utf8').toString('latin1');
}
