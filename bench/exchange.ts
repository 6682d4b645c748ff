/** The whole exchange, main and post, on one server. */

import { startAws, startIssuer, startJob } from '@leasehold/testkit';
import type { TimedAction } from './actions.ts';
import { type Timing, timeInTurn } from './series.ts';

const REVOKER = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iam:*', Resource: '*' }] };
const DENY_LIST = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    {
      Sid: 'LeaseholdEnded',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:userid': ['nobody'] } },
    },
  ],
};

/**
 * Times each action's main, which leases a session of one role, and its post, each in a job of its own.
 *
 * @param actions - the first is what the others are compared with
 * @returns timings of the phases `main` and `post`
 * @throws Error when one of them fails: a failure would be quick
 */
export async function exchange(actions: readonly TimedAction[], rounds: number): Promise<ReadonlyMap<string, readonly Timing[]>> {
  await using issuer = await startIssuer();
  await using aws = await startAws({ issuer, account: '111122223333' });
  const s3 = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  const boundary = aws.createManagedPolicy({ name: 'leasehold-ended-site-deploy', policy: DENY_LIST });
  aws.createBucket('acme-site');
  const roles = {
    leased: aws.createRole({ name: 'site-deploy', policies: { s3 }, boundary }).arn,
    revoker: aws.createRole({ name: 'leasehold-revoker', policies: { iam: REVOKER } }).arn,
  };
  const contenders = actions.map((action) => ({
    name: action.name,
    once: async () => {
      await using job = await startJob({ issuer, env: { AWS_ENDPOINT_URL: aws.url } });
      const main = await job.step({ entry: action.entry, inputs: action.inputs(roles) });
      const [post] = await job.finish();
      if (main.code !== 0 || post?.code !== 0) throw new Error(`${action.name} failed: ${job.log}`);
      return { main: main.ms, post: post.ms };
    },
  }));
  return await timeInTurn(contenders, rounds);
}
