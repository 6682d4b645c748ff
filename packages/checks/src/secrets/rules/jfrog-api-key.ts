/** API keys of Artifactory: base 58 of 54 bytes. */

import { decodeBase58 } from '../proof/base58.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

const LENGTH = 54;

function check({ value }: Candidate): Verdict {
  return decodeBase58(value)?.length === LENGTH
    ? { evidence: 'shape', why: 'base 58 of 54 bytes' }
    : { evidence: 'broken', why: 'not base 58 of 54 bytes' };
}

export const jfrogApiKey: SecretRule = {
  id: 'jfrog-api-key',
  title: 'JFrog API key',
  description: 'An API key of Artifactory reads or publishes artifacts as its owner.',
  severity: 'critical',
  prefixes: ['AKCp'],
  shape: /AKCp[A-Za-z0-9]{69}/y,
  check,
  remedy: {
    rotate:
      'Revoke it in the profile of its user, or with `DELETE /api/security/apiKey`; such keys are at their end and access tokens take their place.',
    provider: 'jfrog',
  },
  reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile',
  examples: (make) => ({
    positive: [`AKCp${make.chars('1-9A-HJ-NP-Za-km-z', 69)}`],
    negative: [`AKCp${make.chars('1-9A-H', 60)}`],
  }),
};
