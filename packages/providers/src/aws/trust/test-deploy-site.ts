/** The grant whose set-up the tests of this folder print. */

import type { TrustCondition, TrustStatement } from '@leasehold/core';
import { parseAwsOptions } from '../parse.ts';
import { type AwsTrust, type AwsTrustInput, awsTrust } from './aws-trust.ts';

export const ISSUER: string = 'token.actions.githubusercontent.com';
export const ROLE: string = 'arn:aws:iam::111122223333:role/ci/site-deploy';
const REVOKER = 'arn:aws:iam::111122223333:role/leasehold-revoker';

export const condition = (claim: string, ...values: string[]): TrustCondition => ({
  claim,
  operator: values.some((value) => /[*?]/.test(value)) ? 'like' : 'equals',
  negated: false,
  values,
  source: `subjects[0].${claim}`,
});
export const statement = (...conditions: TrustCondition[]): TrustStatement => ({
  id: 'deploy-site-1',
  effect: 'allow',
  issuers: [ISSUER],
  conditions,
});
export const MAIN: TrustStatement = statement(condition('repository_id', '123456'), condition('ref', 'refs/heads/main'));

export function trust(raw: Readonly<Record<string, unknown>> = {}, input: Partial<AwsTrustInput> = {}): AwsTrust {
  const options = parseAwsOptions(
    { role: ROLE, region: 'eu-west-1', allow: 's3:PutObject on arn:aws:s3:::site/*', 'revoker-role': REVOKER, ...raw },
    {},
  );
  return awsTrust({ grant: 'deploy-site', options, statements: [MAIN], form: 'boundary', maxTtl: 1_800, ...input });
}
