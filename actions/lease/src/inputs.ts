/** The inputs of one use of the action, read and validated before anything else happens. */

import { ConfigError, DELIVERIES, parseDuration, suggest } from '@leasehold/core';
import type { Wanted } from '@leasehold/lease';

const ON_REVOKE_FAILURE = ['fail', 'warn'] as const;

/** Reads one input by its name; the empty string when it was not given. */
export type ReadInput = (name: string) => string;

/** What the author of the workflow asked for. */
export interface Inputs extends Wanted {
  readonly trustPolicyFile: string | undefined;
  readonly ledgerFile: string | undefined;
}

/**
 * Reads the inputs.
 *
 * @param optionNames - the provider options that the action knows
 * @throws ConfigError `ERR_INPUT` or `ERR_DURATION` naming the input and what to write
 */
export function readInputs(read: ReadInput, optionNames: readonly string[]): Inputs {
  const given = (name: string): string | undefined => read(name).trim() || undefined;
  const options: Record<string, string> = {};
  for (const name of optionNames) {
    const value = given(name);
    if (value !== undefined) options[name] = value;
  }
  const lease = given('lease');
  const inline = Object.keys(options);
  if (lease && inline.length > 0) {
    throw new ConfigError(`\`lease\` cannot be combined with ${inline.map((name) => `\`${name}\``).join(', ')}`, {
      code: 'ERR_INPUT',
      help: `put ${inline.length === 1 ? 'it' : 'them'} under \`with\` of the grant \`${lease}\` in the policy file, or leave \`lease\` out`,
    });
  }
  const ttl = given('ttl');
  return {
    lease,
    reason: given('reason'),
    policyFile: given('policy-file') ?? '.github/leasehold.yml',
    provider: given('provider') ?? 'aws',
    ttl: ttl === undefined ? undefined : parseDuration(ttl),
    delivery: oneOf('delivery', given('delivery') ?? 'env', DELIVERIES),
    onRevokeFailure: oneOf('on-revoke-failure', given('on-revoke-failure') ?? 'fail', ON_REVOKE_FAILURE),
    trustPolicyFile: given('trust-policy-file'),
    ledgerFile: given('ledger-file'),
    options,
  };
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((choice) => choice === value);
  if (found) return found;
  const near = suggest(value, allowed);
  throw new ConfigError(`\`${value}\` is not a value of the input \`${name}\``, {
    code: 'ERR_INPUT',
    help: near ? `did you mean \`${near}\`?` : `write one of ${allowed.map((choice) => `\`${choice}\``).join(', ')}`,
  });
}
