/** The policy file as the commands read it. */

import { readFile } from 'node:fs/promises';
import { ConfigError, type Grant, suggest } from '@leasehold/core';
import { type Policy, readPolicy } from '@leasehold/policy';
import { PROVIDERS } from '@leasehold/providers';
import { grantOptionProblems } from './grant-options.ts';
import type { Shell } from './shell.ts';

/**
 * Reads a policy file.
 *
 * @throws ConfigError `ERR_POLICY_FILE` when there is none, and what readPolicy throws when it is wrong
 */
export async function readPolicyFile(path: string): Promise<Policy> {
  return readPolicy(await textOfFile(path, 'policy file', 'ERR_POLICY_FILE'), path, PROVIDERS);
}

/**
 * Reads a policy file, and lets the providers look at the options of its grants.
 *
 * @throws ConfigError as {@link readPolicyFile} does, and for what a provider would refuse when a job asks
 */
export async function checkPolicyFile(path: string, env: Shell['env'], now: number): Promise<Policy> {
  const text = await textOfFile(path, 'policy file', 'ERR_POLICY_FILE');
  const policy = readPolicy(text, path, PROVIDERS);
  const [first, ...more] = grantOptionProblems(policy, text, path, env, now);
  if (first === undefined) return policy;
  throw new ConfigError(first.message, {
    code: first.code,
    ...(first.help === undefined ? {} : { help: first.help }),
    problems: [first, ...more],
  });
}

/**
 * Finds a grant.
 *
 * @throws ConfigError `ERR_GRANT_UNKNOWN` when the policy has none of that name
 */
export function grantOf(policy: Policy, id: string, path: string): Grant {
  const grant = policy.grants.get(id);
  if (grant) return grant;
  const known = [...policy.grants.keys()];
  const near = suggest(id, known);
  throw new ConfigError(`the policy file \`${path}\` has no grant \`${id}\``, {
    code: 'ERR_GRANT_UNKNOWN',
    help: near ? `did you mean \`${near}\`?` : `it has ${known.map((name) => `\`${name}\``).join(', ') || 'none'}`,
  });
}

/**
 * Reads a file that the user named.
 *
 * @param what - how messages call it: `policy file`
 * @throws ConfigError with `code` when it cannot be read
 */
export async function textOfFile(path: string, what: string, code: string): Promise<string> {
  const read = await readFile(path, 'utf8').then(
    (text) => ({ text }),
    (error: NodeJS.ErrnoException) => ({ reason: error.code ?? 'unknown failure' }),
  );
  if ('text' in read) return read.text;
  throw new ConfigError(
    `the ${what} \`${path}\` ${read.reason === 'ENOENT' ? 'does not exist' : `cannot be read: ${read.reason}`}`,
    { code, help: 'check the path; it counts from the current folder' },
  );
}
