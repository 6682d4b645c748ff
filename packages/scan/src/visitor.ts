/** Who is told what a walk comes upon. */

/** Paths are latin1: absolute to be opened, from the current folder to be shown. */
export interface Visitor {
  readonly file: (absolute: string, shown: string) => void;
  /** The reason is a few words, the same for all paths that share it. */
  readonly skipped: (shown: string, reason: string) => void;
}

/** The reason for what the system would not let us read. */
export function unreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? 'unreadable: not there' : `unreadable: ${code ?? 'unknown failure'}`;
}
