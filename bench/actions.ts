/** The programs that are timed: ours, and the peer's when a checkout of it is given. */

import { join } from 'node:path';

/** One action: its bundles, and how it is asked for the lease of the bench. */
export interface TimedAction {
  readonly name: string;
  readonly entry: { readonly main: string; readonly post: string };
  readonly inputs: (roles: Roles) => Readonly<Record<string, string>>;
}

/** ARNs of the roles of the bench. */
export interface Roles {
  readonly leased: string;
  readonly revoker: string;
}

const ROOT = join(import.meta.dirname, '..');

/** The lease action as it stands in this checkout. */
export const leasehold: TimedAction = {
  name: 'leasehold',
  entry: { main: join(ROOT, 'actions/lease/dist/main.js'), post: join(ROOT, 'actions/lease/dist/post.js') },
  inputs: ({ leased }) => ({ role: leased, region: 'eu-west-1', ttl: '15m' }),
};

/** The same with the ending that no peer has: the post step denies the session and proves that it is dead. */
export const leaseholdProven: TimedAction = {
  name: 'leasehold, proven dead',
  entry: leasehold.entry,
  inputs: (roles) => ({
    ...leasehold.inputs(roles),
    'revoker-role': roles.revoker,
    allow: 's3:PutObject on arn:aws:s3:::acme-site/*',
  }),
};

/**
 * aws-actions/configure-aws-credentials.
 *
 * @param folder - a checkout with its `dist`
 */
export function configureAwsCredentials(folder: string): TimedAction {
  return {
    name: 'configure-aws-credentials',
    entry: { main: join(folder, 'dist/index.js'), post: join(folder, 'dist/cleanup/index.js') },
    // The defaults of its action.yml that a runner would fill in.
    inputs: ({ leased }) => ({
      'role-to-assume': leased,
      'aws-region': 'eu-west-1',
      'role-duration-seconds': '900',
      audience: 'sts.amazonaws.com',
      'output-env-credentials': 'true',
    }),
  };
}
