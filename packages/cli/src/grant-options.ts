/** What the providers say to the options of grants, before any job asks: each mistake at its place in the policy file. */

import { ConfigError, type Grant, type LeaseOrder, type Problem, type Provider } from '@leasehold/core';
import { grantTtl, type Policy, readSource } from '@leasehold/policy';
import { PROVIDERS } from '@leasehold/providers';
import type { Shell } from './shell.ts';

/** The region may be the job's to say, in its environment; for the check any will do. */
const ANY_REGION = { AWS_REGION: 'us-east-1' };

/**
 * Parses the options of every grant and plans a lease of each, as a job would.
 *
 * @param text - the policy file that the policy was read from
 * @param now - milliseconds since the epoch
 */
export function grantOptionProblems(
  policy: Policy,
  text: string,
  file: string,
  env: Shell['env'],
  now: number,
): readonly Problem[] {
  const source = readSource(text, file);
  return [...policy.grants.values()].flatMap((grant) => {
    const error = rehearse(grant, { ...ANY_REGION, ...env }, now);
    if (error === undefined) return [];
    const path = ['grants', grant.id, 'with', ...optionBlamed(error, grant)];
    const { help } = error;
    const problem = source.problemAtKey(path, {
      code: 'ERR_POLICY_OPTION',
      message: `\`${path.join('.')}\`: ${error.message}`,
      help,
    });
    return [{ ...problem, code: error.code }];
  });
}

/** The first of the grant's options that the sentence names. */
function optionBlamed(error: ConfigError, grant: Grant): readonly string[] {
  const names = [...error.message.matchAll(/`([a-z-]+)`/g)].flatMap(([, name]) => name ?? []);
  return names.filter((name) => Object.hasOwn(grant.with, name)).slice(0, 1);
}

function rehearse(grant: Grant, env: Shell['env'], now: number): ConfigError | undefined {
  const provider = PROVIDERS.find(({ id }) => id === grant.provider) as Provider;
  const order: LeaseOrder = {
    leaseId: '0'.repeat(14),
    run: { platform: 'gh', run: '0'.repeat(11), attempt: '1' },
    ttl: grantTtl(grant).max,
    from: Math.floor(now / 1000),
  };
  try {
    provider.plan(provider.parse(grant.with, env), order);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}
