/** Amazon Web Services: a session of a role, for an ID token. */

import type { Provider } from '@leasehold/core';
import { printAllow } from './allow.ts';
import { awsEnding } from './aws-ending.ts';
import { AWS_OPTIONS, AWS_OUTPUTS, type AwsOptions } from './aws-options.ts';
import { deliverAws } from './deliver.ts';
import { exchangeRequest } from './exchange.ts';
import type { AwsHandle } from './handle.ts';
import { parseAwsOptions } from './parse.ts';
import { planAwsLease } from './plan.ts';
import { shownArn } from './shown-arn.ts';
import { renderCondition } from './trust/condition.ts';
import { readTrustPolicy } from './trust/read-trust-policy.ts';

/**
 * The AWS provider.
 *
 * What reads answers is loaded while the first one is under way: an XML parser costs as much time as everything else before it.
 */
export const aws: Provider<AwsOptions> = {
  id: awsEnding.id,
  title: 'Amazon Web Services',
  options: AWS_OPTIONS,
  outputs: AWS_OUTPUTS,
  trust: { read: readTrustPolicy, render: renderCondition },
  parse: parseAwsOptions,
  audience: (options) => options.audience,
  describe: (options) => ({
    target: shownArn(options.role.arn, options.maskAccount),
    scope: scopeOf(options).map((line) => shownArn(line, options.maskAccount)),
  }),
  plan: planAwsLease,
  exchange: async (plan, token, ports) => {
    const handle = plan.handle as AwsHandle;
    const [response, { judgeExchange }] = await Promise.all([
      ports.http(exchangeRequest(handle, token.token)),
      import('./judge-exchange.ts'),
    ]);
    return judgeExchange(response, handle, token);
  },
  deliver: (handle, credential, folder) => deliverAws(handle as AwsHandle, credential, folder),
  end: awsEnding.end,
};

function scopeOf({ allow, sessionPolicy, managedPolicies, bindIp }: AwsOptions): readonly string[] {
  return [
    ...printAllow(allow),
    ...(sessionPolicy.length === 0
      ? []
      : [`${sessionPolicy.length} statement${sessionPolicy.length === 1 ? '' : 's'} of \`session-policy\``]),
    ...managedPolicies,
    ...(bindIp.length === 0 ? [] : [`only from ${bindIp.join(', ')}`]),
  ];
}
