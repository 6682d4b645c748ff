/** Writes down what values begin with, as a table that the kernel reads without further ado. */

/** Bytes that must follow a literal, so many of one set. */
export interface Following {
  /** At most 96. */
  readonly count: number;
  /** Whether a byte is one of them, by its number; beyond ASCII one stands for all. */
  readonly set: Uint8Array;
}

/** A literal that a value begins with. */
export interface RunHead {
  /** Two characters of ASCII or more, no tab and no line break; eight are compared. */
  readonly text: string;
  /** How much of it may stand before a run that nothing joins to it; 0 when all of it lies in a run or is joined to one, at most 63. */
  readonly lead: number;
  /** What must follow all of it, one behind the other; at most two. */
  readonly behind: readonly Following[];
}

/**
 * Lines of ASCII, each with its line break: first the sets of bytes, by the first and the last byte of each of their ranges in hex, and an empty line; then literals, a tab before each, of which the line says in hex how far before a run they may begin, and twice how many bytes must follow and the number of their set.
 */
export type HeadTable = string;

/** The kernel has room for a longer one nowhere. */
export const LONGEST_TABLE = 65_536;
const LONGEST_LINE = 130;
const MOST_LEAD = 63;
const MOST_BEHIND = 2;
/** So that numbers of sets have two digits. */
const MOST_SETS = 256;
/** What a table can say. */
const SAYABLE = /^[^\t\n\x80-\uffff]{2,65535}$/;
const NOTHING: Following = { count: 0, set: new Uint8Array(256) };

/**
 * Makes the tables of these heads, more than one where one would be too long.
 *
 * @returns nothing when one of them cannot be said: then the kernel must tell everything
 * @example headTables([{ text: 'sk-', lead: 0, behind: [] }]) // ['\n0000000000\tsk-\n']
 */
export function headTables(heads: readonly RunHead[]): readonly HeadTable[] | undefined {
  const sets: string[] = [];
  const lines = new Map<string, string[]>();
  const known = new Set<string>();
  for (const { text, lead, behind } of heads) {
    if (lead > MOST_LEAD || behind.length > MOST_BEHIND || !SAYABLE.test(text)) return undefined;
    const [first = NOTHING, second = NOTHING] = behind;
    const key = hex(lead) + followingOf(first, sets) + followingOf(second, sets);
    const told = `${key}\t${text}`;
    if (known.has(told)) continue;
    known.add(told);
    const line = lines.get(key)?.at(-1);
    if (line === undefined) lines.set(key, [told]);
    else if (line.length + text.length < LONGEST_LINE) lines.get(key)?.splice(-1, 1, `${line}\t${text}`);
    else lines.get(key)?.push(told);
  }
  if (sets.length > MOST_SETS) return undefined;
  return cut(`${sets.map((set) => `${set}\n`).join('')}\n`, [...lines.values()].flat());
}

function followingOf({ count, set }: Following, sets: string[]): string {
  if (count === 0) return '0000';
  const ranges = rangesOf(set);
  const known = sets.indexOf(ranges);
  return hex(count) + hex(known < 0 ? sets.push(ranges) - 1 : known);
}

function rangesOf(set: Uint8Array): string {
  let ranges = '';
  for (let from = set.indexOf(1); from >= 0; ) {
    const behind = set.indexOf(0, from);
    const to = behind < 0 ? set.length : behind;
    ranges += hex(from) + hex(to - 1);
    from = set.indexOf(1, to);
  }
  return ranges;
}

function hex(number: number): string {
  return number.toString(16).padStart(2, '0');
}

function cut(sets: string, lines: readonly string[]): readonly HeadTable[] {
  const tables: HeadTable[] = [];
  let table = sets;
  for (const line of lines) {
    if (table.length + line.length >= LONGEST_TABLE) {
      tables.push(table);
      table = sets;
    }
    table += `${line}\n`;
  }
  return [...tables, table];
}
