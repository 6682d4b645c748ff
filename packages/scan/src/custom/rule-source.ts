/** A file of rules as YAML values, each with its place. */

import type { Problem, SourcePosition } from '@leasehold/core';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** A value and its place. */
export type Located =
  /** A scalar as it is written, whatever its YAML type; `at` takes an offset in characters. */
  | { readonly kind: 'text'; readonly text: string; at(offset?: number): SourcePosition }
  | { readonly kind: 'list'; readonly items: readonly Located[]; at(): SourcePosition }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Entry>; at(): SourcePosition }
  | { readonly kind: 'nothing'; at(): SourcePosition };

/** A value in a map, and the place of its key. */
export interface Entry {
  readonly key: SourcePosition;
  readonly value: Located;
}

/** The value of a file; none when the file is so wrong that nothing more can be checked. */
export interface RuleSource {
  readonly value?: Located;
  readonly problems: readonly Problem[];
}

const LARGEST = 128 * 1024;
const DEEPEST = 8;
const MOST_PROBLEMS = 20;
const TOO_DEEP = 'the file is nested too deeply';

/**
 * Reads YAML 1.2; aliases, anchors and tags are refused, since they hide what a rule says.
 *
 * @param file - its path as messages show it
 */
export function readRuleSource(text: string, file: string): RuleSource {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const place = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (code: string, message: string, at: SourcePosition, help?: string): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, message, at, ...(help === undefined ? {} : { help }) });
  };

  if (text.length > LARGEST) {
    refuse('ERR_RULES_FILE', 'the file is larger than 128 KiB', { file, line: 1, column: 1 }, 'make several files of it');
    return { problems };
  }
  // Duplicates are found below: the parser's own search takes time in the square of the number of keys.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  for (const error of document.errors) {
    const message = error.message.slice(0, 1).toLowerCase() + error.message.slice(1).replaceAll(/\s+/g, ' ');
    // The parser descends by recursion and reports its own exhaustion as a mistake of the file.
    if (/stack/i.test(message)) refuse('ERR_RULES_FILE', TOO_DEEP, place(error.pos[0]));
    else if (error.code === 'MULTIPLE_DOCS')
      refuse(
        'ERR_RULES_FILE',
        'a second document begins here',
        place(error.pos[0]),
        'make one list of the rules, or several files',
      );
    else refuse('ERR_RULES_FILE', `not readable as YAML: ${message}`, place(error.pos[0]));
  }
  if (problems.length > 0) return { problems };
  const value = read(document.contents, 0, 0);
  return problems.some(({ code }) => code === 'ERR_RULES_FILE') ? { problems } : { value, problems };

  function read(node: unknown, depth: number, otherwise: number): Located {
    const start = (node as Node | null)?.range?.[0] ?? otherwise;
    const at = (): SourcePosition => place(start);
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined || node.tag !== undefined)
        refuse('ERR_RULES_FILE', 'anchors and tags are not accepted in a rule', at(), 'write the value out');
      if (depth > DEEPEST) refuse('ERR_RULES_FILE', TOO_DEEP, at());
      else if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => read(item, depth + 1, start)), at };
      else if (isMap(node)) return { kind: 'map', entries: entriesOf(node.items, depth + 1, start), at };
      else if (isScalar(node) && node.value !== null) return textAt(node, start);
    } else if (node !== null) refuse('ERR_RULES_FILE', 'aliases are not accepted in a rule', at(), 'write the value out');
    return { kind: 'nothing', at };
  }

  function textAt(node: { readonly value: unknown; readonly source?: string; range?: unknown }, start: number): Located {
    const value = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
    const end = (node.range as readonly number[] | undefined)?.[1] ?? start;
    // An offset within the value has a place only where the value is written unescaped.
    const shift = text.slice(start, end).indexOf(value);
    return { kind: 'text', text: value, at: (offset = 0) => place(shift < 0 || offset === 0 ? start : start + shift + offset) };
  }

  function entriesOf(
    items: readonly { readonly key: unknown; readonly value: unknown }[],
    depth: number,
    start: number,
  ): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const { key, value } of items) {
      const offset = (key as Node | null)?.range?.[0] ?? start;
      if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
        refuse('ERR_RULES_FILE', 'a key is not plain text', place(offset));
        continue;
      }
      const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
      if (entries.has(name)) refuse('ERR_RULES_KEY', `\`${name}\` stands twice`, place(offset), 'keep one of them');
      else entries.set(name, { key: place(offset), value: read(value, depth, offset) });
    }
    return entries;
  }
}
