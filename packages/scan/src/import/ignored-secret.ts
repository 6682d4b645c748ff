/** A secret that another scanner was told to ignore, as its file names it. */

/** One entry of such a file. */
export interface IgnoredSecret {
  /** Where the entry stands: a line, or a number in the list; from 1. */
  readonly entry: number;
  /** The file that the secret stood in, with `/` between its parts. */
  readonly path: string;
  /** Id of the commit in which it stood there. */
  readonly commit?: string;
  /** First and last line, from 1. */
  readonly line?: number;
  readonly endLine?: number;
  /** SHA-1 of the value, lower-case hex. */
  readonly sha1?: string;
  /** The other scanner's name of what it is. */
  readonly kind: string;
  /** Somebody looked at it, and said whether it is a secret. */
  readonly audited?: boolean;
}

/** A file of entries that was read. */
export interface IgnoreList {
  /** What it is, for reasons and messages: `.gitleaksignore`. */
  readonly name: string;
  readonly secrets: readonly IgnoredSecret[];
  /** Entries that could not be read, by their line. */
  readonly unread: readonly number[];
}
