/** Session tokens of AWS, the third part of temporary credentials. */

import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** Of a signed address, which holds for seven days at most and no longer than the session. */
const IN_ADDRESS = /x-amz-security-token(?:=|%3d|\\u003d)$/i;

function check({ before }: Candidate): Verdict {
  if (IN_ADDRESS.test(before)) return { evidence: 'public', why: 'a part of a signed address, which ends within hours' };
  return { evidence: 'shape' };
}

export const awsSessionToken: SecretRule = {
  id: 'aws-session-token',
  title: 'AWS session token',
  description: 'A session token belongs to temporary credentials, which end by themselves within hours.',
  severity: 'medium',
  // It opens nothing without its key pair, which is found by itself.
  tier: 'contextual',
  prefixes: ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz'],
  shape: /(?:IQoJb3JpZ2luX2Vj|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{88,2000}={0,2}/y,
  check,
  remedy: {
    rotate: 'Revoke the active sessions of the role in IAM if the hours are not over, and find out what printed it.',
    provider: 'aws',
  },
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
  examples: (make) => ({
    positive: ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz'].map((prefix) => prefix + make.chars('A-Za-z0-9+/', 300)),
    negative: [`IQoJb3JpZ2luX2Vj${make.chars('A-Za-z0-9', 40)}`],
  }),
};
