/** Variables that AWS's own tools read before, or instead of, the ones that a lease sets. */

import type { AwsEnvironment } from './endpoints.ts';

/** They go before a profile. */
export const BEFORE_PROFILE = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
] as const;

/** They choose a profile, which some SDKs prefer to keys in the environment. */
export const CHOOSING_PROFILE = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'] as const;

/** Lists the variables of either kind that are set. */
export function shadowingVariables(env: AwsEnvironment): readonly string[] {
  return [...BEFORE_PROFILE, ...CHOOSING_PROFILE].filter((name) => env[name] !== undefined && env[name] !== '');
}
