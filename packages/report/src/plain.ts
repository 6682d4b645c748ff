/** Words of others in a line of a log: they can neither break the line nor speak to the runner. */

// Line breaks of every kind, escape sequences, and the marks that turn the direction of writing around.
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** Makes one line of any text, without control characters. */
export function oneLine(text: string): string {
  return text.replaceAll(UNPRINTABLE, ' ').trim();
}

/**
 * Makes lines that are safe to print in a job's log.
 *
 * A runner takes `::name::` at the beginning of a line, and `##[name]` or `##vso[name]` anywhere in it, for a command.
 *
 * @param lines - one element a line, words of others included
 */
export function logLines(lines: readonly string[]): string {
  return lines.map((line) => guarded(line)).join('\n');
}

function guarded(line: string): string {
  // Our own indentation is kept; it is no protection, since the runner trims it.
  const indent = /^ */.exec(line)?.[0] ?? '';
  return (
    indent +
    oneLine(line)
      .replace(/^::/, ': :')
      .replaceAll(/##(?=\[|vso\[)/g, '# #')
  );
}
