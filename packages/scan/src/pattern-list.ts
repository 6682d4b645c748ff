/** A list of path patterns of which the last that matches counts, arranged so that most are found by a look-up. */

import { compilePathGlob, matchesPathGlob, type PathGlob } from './path-glob.ts';

/** One pattern and what it says. */
export interface Pattern<T> {
  /** As in the file, without `!`, latin1. */
  readonly text: string;
  readonly says: T;
}

interface Rule<T> {
  readonly order: number;
  readonly says: T;
  readonly foldersOnly: boolean;
  /** Matched against the name alone; otherwise against the path from the list's folder on. */
  readonly nameOnly: boolean;
  readonly glob: PathGlob;
}

/** A compiled list; `names` and `endings` hold what needs no glob, `globs` the rest, the last first. */
export interface PatternList<T> {
  readonly names: ReadonlyMap<string, readonly Rule<T>[]>;
  readonly endings: ReadonlyMap<string, readonly Rule<T>[]>;
  readonly globs: readonly Rule<T>[];
}

const ENDING = /^\*(\.[^*?[\\/.]+)$/;

/**
 * Compiles patterns in the order of their file.
 *
 * @returns undefined when none of them can match anything
 */
export function patternList<T>(patterns: readonly Pattern<T>[]): PatternList<T> | undefined {
  const names = new Map<string, Rule<T>[]>();
  const endings = new Map<string, Rule<T>[]>();
  const globs: Rule<T>[] = [];
  for (const [order, { text, says }] of patterns.entries()) {
    const foldersOnly = text.endsWith('/');
    const body = foldersOnly ? text.slice(0, -1) : text;
    const nameOnly = !body.includes('/');
    const glob = compilePathGlob(body.startsWith('/') ? body.slice(1) : body);
    if (glob === undefined || body === '') continue;
    const rule: Rule<T> = { order, says, foldersOnly, nameOnly, glob };
    const ending = ENDING.exec(body)?.[1];
    if (nameOnly && glob.segments === undefined) put(names, body, rule);
    else if (ending !== undefined) put(endings, ending, rule);
    else globs.push(rule);
  }
  globs.reverse();
  return names.size + endings.size + globs.length > 0 ? { names, endings, globs } : undefined;
}

/**
 * What the list says of an entry: the last pattern that matches it decides.
 *
 * @param path - latin1, from the root of the repository
 * @param from - where in the path the part below the list's folder begins
 * @param name - the last segment of the path
 */
export function lookUp<T>(list: PatternList<T>, path: string, from: number, name: string, isFolder: boolean): T | undefined {
  let best = last(list.names.get(name), isFolder);
  if (list.endings.size > 0) {
    const dot = name.lastIndexOf('.');
    if (dot >= 0) best = later(best, last(list.endings.get(name.slice(dot)), isFolder));
  }
  for (const rule of list.globs) {
    if (best !== undefined && best.order > rule.order) break;
    if (rule.foldersOnly && !isFolder) continue;
    if (matchesPathGlob(rule.glob, rule.nameOnly ? name : path, rule.nameOnly ? 0 : from)) return rule.says;
  }
  return best?.says;
}

function put<T>(map: Map<string, Rule<T>[]>, key: string, rule: Rule<T>): void {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}

function last<T>(rules: readonly Rule<T>[] | undefined, isFolder: boolean): Rule<T> | undefined {
  return rules?.findLast((rule) => isFolder || !rule.foldersOnly);
}

function later<T>(a: Rule<T> | undefined, b: Rule<T> | undefined): Rule<T> | undefined {
  return a === undefined || (b !== undefined && b.order > a.order) ? b : a;
}
