/** The files through which a step tells the runner something: `NAME=value` lines and heredocs. */

/** What a file said, and what was wrong with it; what stood before the mistake counts. */
export interface FileCommands {
  readonly values: Readonly<Record<string, string>>;
  readonly error: string | undefined;
}

/**
 * Reads `GITHUB_OUTPUT`, `GITHUB_STATE` or `GITHUB_ENV` as the runner does.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#environment-files
 * @example readFileCommands('a=1\nb<<END\ntwo\nlines\nEND\n').values // { a: '1', b: 'two\nlines' }
 */
export function readFileCommands(text: string): FileCommands {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) return { values, error: `Invalid format '${line}'. Name must not be empty` };
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (heredoc > 0) {
      const delimiter = line.slice(heredoc + 2);
      const end = delimiter === '' ? -1 : lines.indexOf(delimiter, at + 1);
      if (end < 0) return { values, error: `Invalid value. Matching delimiter not found '${delimiter}'` };
      values[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else {
      return { values, error: `Invalid format '${line}'` };
    }
  }
  return { values, error: undefined };
}
