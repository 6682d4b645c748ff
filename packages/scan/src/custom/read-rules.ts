/** Reads the custom rules of a folder, or of one file. */

import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Problem } from '@leasehold/core';
import { inTextOrder } from '../finding-order.ts';
import { type ReadRule, type ReadRuleFile, readRuleFile } from './read-rule-file.ts';
import { RULE_FILE } from './scanner-source.ts';

/** Larger files are not read at all; those that are accepted are far smaller. */
const LARGEST = 1 << 20;

/**
 * Reads the rules in the order of their files' names.
 *
 * @param path - a folder or a file, absolute
 * @param shown - the path as messages show it
 * @throws ConfigError with every mistake of every file
 */
export function readRules(path: string, shown: string = path): readonly ReadRule[] {
  const { rules, problems } = readRulesWithProblems(path, shown);
  if (problems.length > 0) throw rulesError(problems);
  return rules;
}

/**
 * The same, with the mistakes beside the rules that are right.
 *
 * @throws ConfigError (`ERR_RULES_FILE`) when a file cannot be read
 */
export function readRulesWithProblems(path: string, shown: string = path): ReadRuleFile {
  const files = filesOf(path, shown).map(([file, name]) => parsed(textOf(file, name), name));
  const problems = files.flatMap((file) => file.problems);
  const rules: ReadRule[] = [];
  const byId = new Map<string, ReadRule>();
  for (const read of files.flatMap((file) => file.rules)) {
    const { id } = read.rule;
    const first = byId.get(id);
    if (first === undefined) {
      byId.set(id, read);
      rules.push(read);
      continue;
    }
    const help = `the other one stands at ${first.at.file}:${first.at.line}`;
    problems.push({ code: 'ERR_RULES_DUPLICATE', message: `\`${id}\` is the id of two rules`, at: read.at, help });
  }
  return { rules, problems };
}

/** Parsed files by name and content: a run asks twice, for its scanner and for its report, and parsing YAML costs more than all else. */
const known = new Map<string, ReadRuleFile>();
const MOST_KNOWN = 256;

function parsed(text: string, name: string): ReadRuleFile {
  const key = `${name}\0${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const read = readRuleFile(text, name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, read);
  return read;
}

/** One error with every mistake; its message is that of the first. */
function rulesError(problems: readonly Problem[]): ConfigError {
  const [first, ...others] = problems as readonly [Problem, ...Problem[]];
  const rest = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'problem' : 'problems'}`;
  return new ConfigError(`${first.at.file}:${first.at.line}:${first.at.column}: ${first.message}${rest}`, {
    code: first.code,
    ...(first.help === undefined ? {} : { help: first.help }),
    problems,
  });
}

function filesOf(path: string, shown: string): readonly (readonly [file: string, name: string])[] {
  if (!reading(shown, () => statSync(path)).isDirectory()) return [[path, shown]];
  const names = reading(shown, () => readdirSync(path)).filter((name) => RULE_FILE.test(name));
  return names.sort(inTextOrder).map((name) => {
    const [file, listed] = [join(path, name), shown === '.' ? name : `${shown}/${name}`];
    // Reading a pipe could take forever, and a link could lead anywhere.
    if (!reading(listed, () => lstatSync(file)).isFile()) throw unreadableRules(listed, 'not a regular file');
    return [file, listed];
  });
}

function textOf(file: string, name: string): string {
  if (reading(name, () => statSync(file)).size > LARGEST) throw unreadableRules(name, 'larger than 1 MiB');
  return reading(name, () => readFileSync(file, 'utf8'));
}

function reading<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw unreadableRules(name, (cause as NodeJS.ErrnoException).code ?? 'unknown failure', cause);
  }
}

function unreadableRules(name: string, reason: string, cause?: unknown): ConfigError {
  const help = 'rules are read from a folder of `.yml` files, or from one file';
  return new ConfigError(`the rules \`${name}\` cannot be read: ${reason}`, {
    code: 'ERR_RULES_FILE',
    help,
    ...(cause === undefined ? {} : { cause }),
  });
}
