/** Where a JSON text goes wrong; the engine's own message does not always say, and may quote what should not be quoted. */

/** The first place that is not JSON (RFC 8259); line and column count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** Completes "expected …". */
  readonly expected: string;
}

const SPACE = /[ \t\r\n]*/y;
/** Anything from the space on but the quote and the backslash, and escapes. */
const STRING = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/**
 * Finds the first mistake in a JSON text, in one pass.
 *
 * @returns undefined when there is none
 */
export function jsonFault(text: string): JsonFault | undefined {
  let at = 0;
  /** What is still open, innermost last. */
  const open: ('{' | '[')[] = [];
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found !== null;
  };
  const see = (mark: string): boolean => {
    take(SPACE);
    if (text[at] !== mark) return false;
    at++;
    return true;
  };
  const fault = (expected: string): JsonFault => {
    take(SPACE);
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected };
  };
  const key = (): JsonFault | undefined => {
    take(SPACE);
    if (!take(STRING)) return fault('a key in double quotes');
    return see(':') ? undefined : fault('`:`');
  };

  for (;;) {
    // A value begins here.
    if (see('{')) {
      if (!see('}')) {
        open.push('{');
        const wrong = key();
        if (wrong) return wrong;
        continue;
      }
    } else if (see('[')) {
      if (!see(']')) {
        open.push('[');
        continue;
      }
    } else if (!take(STRING) && !take(SCALAR)) {
      return fault('a value');
    }
    // A value ended here.
    for (;;) {
      const inside = open.at(-1);
      if (inside === undefined) {
        take(SPACE);
        return at === text.length ? undefined : fault('the end');
      }
      if (see(',')) {
        const wrong = inside === '{' ? key() : undefined;
        if (wrong) return wrong;
        break;
      }
      const close = inside === '{' ? '}' : ']';
      if (!see(close)) return fault(`\`,\` or \`${close}\``);
      open.pop();
    }
  }
}
