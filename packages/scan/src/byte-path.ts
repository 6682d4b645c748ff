/** Paths as git and the file system know them: bytes, held as latin1 strings with one character per byte. */

const ASCII = /^[\0-\x7f]*$/;

/**
 * Converts a path for the calls of `node:fs`.
 *
 * @param path - latin1, one character a byte
 */
export function openable(path: string): string | Buffer {
  return ASCII.test(path) ? path : Buffer.from(path, 'latin1');
}

/**
 * Converts a path for people: decoded as UTF-8, with replacement characters where its bytes are not.
 *
 * @param path - latin1, one character a byte
 */
export function readable(path: string): string {
  return ASCII.test(path) ? path : Buffer.from(path, 'latin1').toString('utf8');
}

/** Converts a path that a person wrote into bytes, with slashes between its segments on every system. */
export function bytePath(path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return ASCII.test(slashed) ? slashed : Buffer.from(slashed, 'utf8').toString('latin1');
}
