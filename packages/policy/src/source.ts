/** The policy file as YAML: its data, where each value stands, and what of YAML is not accepted. */

import type { Problem, SourcePosition } from '@leasehold/core';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { type Fault, policyError } from './problem.ts';

/** Way from the root of the file to a value. */
export type Path = readonly (string | number)[];

/** A read file. */
export interface PolicySource {
  /** Maps, lists and scalars as YAML has them. */
  readonly data: unknown;
  /** Mistakes that do not keep the rest from being checked. */
  readonly problems: readonly Problem[];
  has(path: Path): boolean;
  /** Makes a problem at the value of a path, or at the nearest value around it when there is none. */
  problem(path: Path, fault: Fault, offset?: number): Problem;
  /** Makes a problem at the key of a path. */
  problemAtKey(path: Path, fault: Fault): Problem;
}

interface Place {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

const MAX_LENGTH = 256 * 1024;
const MAX_DEPTH = 32;
const MAX_VALUES = 20_000;
const MAX_FATAL_PROBLEMS = 20;
const TOO_DEEP = 'the file is nested too deeply';

/** Writes a path the way people do: `grants.deploy-site.subjects[0].ref`. */
export function pathText(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/**
 * Reads YAML 1.2.
 *
 * @param file - name of the file, for the problems
 * @throws ConfigError with every problem when there is no data to check further
 */
export function readSource(text: string, file: string): PolicySource {
  const lines = new LineCounter();
  const at = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const located = ({ code, message, help }: Fault, offset: number): Problem => ({
    code,
    message,
    at: at(offset),
    ...(help === undefined ? {} : { help }),
  });
  if (text.length > MAX_LENGTH) {
    throw policyError([located({ code: 'ERR_POLICY_SIZE', message: 'the file is larger than 256 KiB' }, 0)]);
  }
  // Duplicates are found below: the parser's own search takes time in the square of the number of keys.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  if (document.errors.length > 0) {
    throw policyError(document.errors.slice(0, MAX_FATAL_PROBLEMS).map((error) => located(yamlFault(error), error.pos[0])));
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    throw policyError([located({ code: 'ERR_POLICY_EMPTY', message: 'the file is empty', help: 'start with `version: 1`' }, 0)]);
  }

  const places = new Map<string, Place>();
  const problems: Problem[] = [];
  const fatal: Problem[] = [];
  const refuse = (what: string, offset: number): void => {
    const help = 'write the value out: each grant is reviewed as it stands';
    if (fatal.length < MAX_FATAL_PROBLEMS)
      fatal.push(located({ code: 'ERR_POLICY_ALIAS', message: `${what} are not accepted in a policy`, help }, offset));
  };

  const read = (node: unknown, path: Path, key: number): unknown => {
    const [start, end] = (node as Node | null)?.range ?? [key, key];
    places.set(JSON.stringify(path), { key, start, end });
    if (path.length > MAX_DEPTH || places.size > MAX_VALUES) {
      const message = path.length > MAX_DEPTH ? TOO_DEEP : `the file holds more than ${MAX_VALUES} values`;
      if (fatal.length < MAX_FATAL_PROBLEMS) fatal.push(located({ code: 'ERR_POLICY_SIZE', message }, start));
      return undefined;
    }
    if (isAlias(node)) return refuse('aliases', start);
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined) refuse('anchors', start);
      if (node.tag !== undefined) refuse('tags', start);
    }
    if (isScalar(node)) {
      if (typeof node.value === 'number' && node.source !== String(node.value)) {
        const message = `\`${node.source}\` would be read as the number ${node.value}`;
        problems.push(located({ code: 'ERR_POLICY_NUMBER', message, help: `quote it: \`"${node.source}"\`` }, start));
      }
      return node.value;
    }
    if (isSeq(node))
      return node.items.map((item, index) => read(item, [...path, index], (item as Node | null)?.range?.[0] ?? start));
    if (!isMap(node)) return null;
    const entries = new Map<string, unknown>();
    for (const pair of node.items) readPair(pair, path, entries);
    return Object.fromEntries(entries);
  };

  const readPair = ({ key, value }: Pair, path: Path, entries: Map<string, unknown>): void => {
    const offset = (key as Node | null)?.range?.[0] ?? 0;
    if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined) {
      refuse('anchors, tags and keys that are not text', offset);
      return;
    }
    // A number as key, such as a grant's id, is meant as it is written.
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
    const here = [...path, name];
    if (name === '__proto__') {
      problems.push(located({ code: 'ERR_POLICY_KEY', message: '`__proto__` is not accepted as a key' }, offset));
      return;
    }
    if (entries.has(name)) {
      const message = `\`${pathText(here)}\` stands twice`;
      problems.push(
        located({ code: 'ERR_POLICY_DUPLICATE', message, help: 'keep one of them, or give one another name' }, offset),
      );
      return;
    }
    entries.set(name, read(value, here, offset));
  };

  const data = read(document.contents, [], 0);
  if (fatal.length > 0) throw policyError([...problems, ...fatal]);

  const nearest = (path: Path): Place | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const place = places.get(JSON.stringify(path.slice(0, length)));
      if (place) return length === path.length ? place : { ...place, start: place.key };
    }
    return undefined;
  };
  return {
    data,
    problems,
    has: (path) => places.has(JSON.stringify(path)),
    problem: (path, fault, offset) => {
      const place = nearest(path) ?? { key: 0, start: 0, end: 0 };
      if (offset === undefined) return located(fault, place.start);
      return located(fault, place.start + alignedOffset(text.slice(place.start, place.end), valueAt(data, path), offset));
    },
    problemAtKey: (path, fault) => located(fault, nearest(path)?.key ?? 0),
  };
}

function valueAt(data: unknown, path: Path): string {
  const value = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], data);
  return String(value);
}

/** Finds where the character at `offset` of a scalar's value stands in its source, past quotes, escapes, block headers and indentation. */
function alignedOffset(source: string, value: string, offset: number): number {
  let at = /^[|>][-+\d]*[^\n]*\n/.exec(source)?.[0].length ?? 0;
  for (let index = 0; index < value.length; index++) {
    // A fold is a space in the value and a line break in the source.
    const same = (character: string | undefined): boolean =>
      character === value[index] || (value[index] === ' ' && character === '\n');
    while (at < source.length && !same(source[at])) at++;
    if (index >= offset) break;
    at++;
  }
  return Math.min(at, source.length);
}

function yamlFault(error: { readonly code: string; readonly message: string }): Fault {
  if (error.code === 'TAB_AS_INDENT') {
    return { code: 'ERR_POLICY_YAML', message: 'tabs are not allowed as indentation', help: 'indent with spaces' };
  }
  if (error.code === 'MULTIPLE_DOCS') {
    return {
      code: 'ERR_POLICY_YAML',
      message: 'the file holds more than one document',
      help: 'remove the line `---` between them',
    };
  }
  // The parser descends by recursion and reports its own exhaustion as a mistake of the file.
  if (/stack/i.test(error.message)) return { code: 'ERR_POLICY_SIZE', message: TOO_DEEP };
  const message = error.message.slice(0, 1).toLowerCase() + error.message.slice(1).replaceAll(/\s+/g, ' ');
  return { code: 'ERR_POLICY_YAML', message: `not readable as YAML: ${message}` };
}
