/** Credentials of package registries in the configuration of npm, by the settings that hold them. */

import type { Candidate, SecretRule, Verdict } from '../rule.ts';
import { isFiller } from '../url-credentials.ts';

/** A value that repeats itself is typed, not issued. */
const SIGNS = 8;

function check({ value }: Candidate): Verdict {
  if (isFiller(value) || new Set(value).size < SIGNS || !/[0-9]/.test(value)) return { evidence: 'none' };
  return { evidence: 'shape', why: 'it stands where npm keeps the credential of a registry' };
}

export const npmrcCredential: SecretRule = {
  id: 'npmrc-credential',
  title: 'credential of a package registry',
  description: 'What stands behind `_authToken`, `_auth` or `_password` in a `.npmrc` publishes and reads at that registry.',
  severity: 'critical',
  prefixes: [':_authToken', ':_auth', ':_password'],
  shape: /:_(?:authToken|auth|password)\s{0,4}=\s{0,4}["']?(?<secret>[A-Za-z0-9+/_.-]{16,1000}={0,2})/y,
  check,
  remedy: { rotate: 'Revoke it at the registry, and publish from CI with the identity of the job.', provider: 'npm' },
  reference: 'https://docs.npmjs.com/cli/v11/configuring-npm/npmrc',
  examples: (make) => {
    const value = (): string => `a7${make.chars('A-Za-z0-9', 34)}`;
    return {
      positive: [
        `//npm.acme.dev/:_authToken=${value()}`,
        `//npm.acme.dev/:_auth="${value()}"`,
        `//npm.acme.dev/:_password = ${value()}`,
      ],
      negative: [`//npm.acme.dev/:_authToken=\${NPM_TOKEN}`, `//npm.acme.dev/:_authToken=${make.chars('a-z0-9', 6)}`],
    };
  },
};
