/** Session tokens of AWS, the third part of temporary credentials. */

import type { SecretRule } from '../rule.ts';

export const awsSessionToken: SecretRule = {
  id: 'aws-session-token',
  title: 'AWS session token',
  description: 'A session token belongs to temporary credentials, which end by themselves within hours.',
  severity: 'medium',
  prefixes: ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz'],
  shape: /(?:IQoJb3JpZ2luX2Vj|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{88,2000}={0,2}/y,
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
