/** Mistakes in a policy file: their codes, and how a list of them becomes one error. */

import { ConfigError, type Problem } from '@leasehold/core';

/** Every mistake that a policy file can hold, with one sentence for the reference page. */
export const POLICY_PROBLEMS = {
  ERR_POLICY_SIZE: 'The policy file is too large, or nested too deeply.',
  ERR_POLICY_EMPTY: 'The policy file is empty.',
  ERR_POLICY_YAML: 'The policy file is not readable YAML.',
  ERR_POLICY_ALIAS: 'Anchors, aliases and tags are not part of the policy file: each grant is reviewed as it stands.',
  ERR_POLICY_NUMBER: 'A number that YAML would change, such as one with a leading zero, is not quoted.',
  ERR_POLICY_DUPLICATE: 'A key or an id stands twice.',
  ERR_POLICY_VERSION: 'The version of the file format is missing or unknown.',
  ERR_POLICY_KEY: 'A key is unknown.',
  ERR_POLICY_MISSING: 'A required key is missing.',
  ERR_POLICY_TYPE: 'A value is of the wrong kind.',
  ERR_POLICY_VALUE: 'A value is not one of those allowed.',
  ERR_POLICY_DURATION: 'A duration cannot be read.',
  ERR_POLICY_TTL: 'A TTL is out of bounds, or its default is above its maximum.',
  ERR_POLICY_DATE: 'A date does not exist.',
  ERR_POLICY_PROVIDER: 'A provider is unknown.',
  ERR_POLICY_OPTION: 'An option of the provider is unknown or missing.',
  ERR_POLICY_CLAIM: 'A subject names an unknown claim.',
  ERR_POLICY_NOBODY: 'A grant has no subject, or a claim no pattern: nobody could use it.',
  ERR_POLICY_OPEN: 'A subject does not pin whose jobs may ask, so that strangers match it.',
  ERR_POLICY_CEL_SYNTAX: 'A condition cannot be parsed.',
  ERR_POLICY_CEL_NAME: 'A condition uses an unknown name or claim.',
  ERR_POLICY_CEL_TYPE: 'A condition mixes types, or its result is not true or false.',
  ERR_POLICY_CEL_FUNCTION:
    'A condition uses what is not available, because its cost cannot be bounded or its meaning not be checked.',
} as const;

/** Stable identifier of one kind of mistake. */
export type PolicyProblemCode = keyof typeof POLICY_PROBLEMS;

/** A mistake before it has its place in the file. */
export interface Fault {
  readonly code: PolicyProblemCode;
  readonly message: string;
  readonly help?: string | undefined;
}

/** A mistake in an expression and the character at which it stands. */
export interface ConditionFault extends Fault {
  readonly offset: number;
}

/** Makes the help line for a misspelt word: what was probably meant, else what there is. */
export function didYouMean(word: string | undefined, known: readonly string[]): string {
  if (word !== undefined) return `did you mean \`${word}\`?`;
  return `use one of ${known.map((name) => `\`${name}\``).join(', ')}`;
}

/**
 * Makes one error of all the mistakes in a file.
 *
 * @param problems - at least one
 * @returns an error whose sentence is the first mistake in the file and the number of the others
 */
export function policyError(problems: readonly Problem[]): ConfigError {
  const ordered = problems.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  const [first, ...others] = ordered as [Problem, ...Problem[]];
  const rest = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'problem' : 'problems'}`;
  return new ConfigError(`${first.at.file}:${first.at.line}:${first.at.column}: ${first.message}${rest}`, {
    code: first.code,
    ...(first.help === undefined ? {} : { help: first.help }),
    problems: ordered,
  });
}
