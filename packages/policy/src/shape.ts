/** Whether a file has the shape of a policy: the schema's issues as problems in the user's words. */

import { type Problem, suggest } from '@leasehold/core';
import type * as z from 'zod/mini';
import { didYouMean, type Fault, type PolicyProblemCode } from './problem.ts';
import { type PolicyFile, policySchema } from './schema.ts';
import { type Path, type PolicySource, pathText } from './source.ts';

/** The file as typed data when its shape is right, and what is wrong otherwise. */
export interface Shape {
  readonly file: PolicyFile | undefined;
  readonly problems: readonly Problem[];
}

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
};

/** Checks the shape of a file. */
export function readShape(source: PolicySource): Shape {
  const result = policySchema().safeParse(source.data);
  if (result.success) return { file: result.data, problems: [] };
  return { file: undefined, problems: result.error.issues.flatMap((issue) => problemsOf(issue, issue.path as Path, source)) };
}

function problemsOf(issue: Issue, path: Path, source: PolicySource): readonly Problem[] {
  const name = path.length === 0 ? 'the policy' : `\`${pathText(path)}\``;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => source.problemAtKey([...path, key], unknownKey(key, issue.message.split(' '), path)));
  }
  if (issue.code === 'invalid_key') {
    return [source.problemAtKey(path, { code: 'ERR_POLICY_VALUE', message: `${name} ${issue.issues[0]?.message}` })];
  }
  if (!source.has(path)) {
    const key = String(path.at(-1));
    const code: PolicyProblemCode = key === 'version' ? 'ERR_POLICY_VERSION' : 'ERR_POLICY_MISSING';
    const container = path.length === 1 ? 'the policy' : `\`${pathText(path.slice(0, -1))}\``;
    return [source.problemAtKey(path.slice(0, -1), { code, message: `${container} has no \`${key}\``, ...missingHelp(key) })];
  }
  if (issue.code === 'invalid_union') {
    // The branch meant is the one whose kind fits; when none or all fail at once the choice itself is wrong.
    const meant = issue.errors.filter(
      (errors) =>
        !errors.some((error) => error.path.length === 0 && error.code !== 'invalid_format' && error.code !== 'too_small'),
    );
    if (meant.length === 1)
      return (meant[0] ?? []).flatMap((error) => problemsOf(error, [...path, ...(error.path as Path)], source));
  }
  return [source.problem(path, valueFault(issue, name, valueAt(source.data, path), path))];
}

function unknownKey(key: string, known: readonly string[], path: Path): Fault {
  const message = `unknown key \`${key}\` in ${path.length === 0 ? 'the policy' : `\`${pathText(path)}\``}`;
  return { code: 'ERR_POLICY_KEY', message, help: didYouMean(suggest(key, known), known) };
}

function missingHelp(key: string): { readonly help?: string } {
  if (key === 'version') return { help: 'start with `version: 1`' };
  if (key === 'subjects')
    return { help: 'say which jobs may ask: `subjects: [{ repository-id: 123456, ref: refs/heads/main }]`' };
  if (key === 'owner') return { help: 'name the person or team that answers for the grant' };
  return {};
}

function valueFault(issue: Issue, name: string, value: unknown, path: Path): Fault {
  const key = path.at(-1);
  if (issue.code === 'invalid_value') {
    if (key === 'version') return { code: 'ERR_POLICY_VERSION', message: '`version` must be 1', help: 'write `version: 1`' };
    const known = issue.values.map(String);
    const help = didYouMean(suggest(String(value), known), known);
    return { code: 'ERR_POLICY_VALUE', message: `${name} is \`${String(value)}\`, which is not one of those allowed`, help };
  }
  if (issue.code === 'invalid_format') {
    const code =
      path.includes('ttl') || key === 'review-every'
        ? 'ERR_POLICY_DURATION'
        : key === 'reviewed'
          ? 'ERR_POLICY_DATE'
          : 'ERR_POLICY_VALUE';
    return { code, message: `${name} ${issue.message}` };
  }
  if (issue.code === 'too_small' && Array.isArray(value))
    return { code: 'ERR_POLICY_NOBODY', message: `${name} ${issue.message}` };
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return { code: 'ERR_POLICY_VALUE', message: `${name} ${issue.message}` };
  if (path.includes('ttl') || key === 'review-every') {
    return {
      code: 'ERR_POLICY_DURATION',
      message: `${name} is not a duration such as \`90s\`, \`15m\`, \`1h30m\` or \`90d\``,
      ...unitHelp(value),
    };
  }
  const expected =
    issue.code === 'invalid_type'
      ? `must be ${KINDS[issue.expected] ?? issue.expected}`
      : 'must be text, a whole number, true or false, or a list of them';
  return { code: 'ERR_POLICY_TYPE', message: `${name} ${expected}, not ${kindOf(value)}` };
}

function unitHelp(value: unknown): { readonly help?: string } {
  return typeof value === 'number' ? { help: `give the unit: \`${value}s\` for seconds, \`${value}m\` for minutes` } : {};
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : 'a map';
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step], data);
}
