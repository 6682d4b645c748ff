/** The programs that are timed: ours, and the peer's when a checkout of it is given. */

import { join } from 'node:path';

/** One action: its bundles, and how it is asked for the lease of the bench. */
export interface TimedAction {
  readonly name: string;
  readonly entry: { readonly main: string; readonly post: string };
  /** @param role - ARN */
  readonly inputs: (role: string) => Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, '..');

/** The lease action as it stands in this checkout. */
export const leasehold: TimedAction = {
  name: 'leasehold',
  entry: { main: join(ROOT, 'actions/lease/dist/main.js'), post: join(ROOT, 'actions/lease/dist/post.js') },
  inputs: (role) => ({ role, region: 'eu-west-1', ttl: '15m' }),
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
    inputs: (role) => ({
      'role-to-assume': role,
      'aws-region': 'eu-west-1',
      'role-duration-seconds': '900',
      audience: 'sts.amazonaws.com',
      'output-env-credentials': 'true',
    }),
  };
}
