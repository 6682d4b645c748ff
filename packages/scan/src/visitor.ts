/** Receives what a walk finds: files to scan, and paths that are skipped with a reason. */

/** Paths are latin1: `absolute` is opened, `shown` is relative to the current folder. */
export interface Visitor {
  readonly file: (absolute: string, shown: string) => void;
  /** The reason is a few words, the same for all paths that share it: reports count by it. */
  readonly skipped: (shown: string, reason: string) => void;
}

/** The reason for a path that the system does not let us read; reports know it by its first word. */
export function unreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? 'unreadable: not there' : `unreadable: ${code ?? 'unknown failure'}`;
}
