/** The region whose STS is asked, and which the lease is set to. */

import { ConfigError } from '@leasehold/core';
import { type AwsEnvironment, hasOwnEndpoint } from './endpoints.ts';

const REGION = /^[a-z]{2,8}(?:-[a-z]+){1,3}-\d{1,2}$/;
/** Servers that speak like AWS name their regions as they like. */
const ANY_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads the region.
 *
 * @param text - the option's value, or undefined to take `AWS_REGION`, then `AWS_DEFAULT_REGION`
 * @throws ConfigError `ERR_AWS_REGION` when there is none or it is not shaped like one
 */
export function readRegion(text: string | undefined, env: AwsEnvironment): string {
  const region = text ?? (env.AWS_REGION?.trim() || env.AWS_DEFAULT_REGION?.trim() || undefined);
  if (region === undefined) throw wrong('no region is given', 'add `region`, such as `eu-west-1`, or set `AWS_REGION`');
  if (REGION.test(region) || (hasOwnEndpoint(env) && ANY_NAME.test(region))) return region;
  const zone = /^(.+-\d{1,2})[a-z]$/.exec(region)?.[1];
  const meant = [zone, region.toLowerCase(), zone?.toLowerCase()].find((each) => each !== undefined && REGION.test(each));
  throw wrong(
    `\`${region}\` is not a region`,
    meant ? `did you mean \`${meant}\`?` : 'regions look like `eu-west-1`: area, direction, number',
  );
}

function wrong(message: string, help: string): ConfigError {
  return new ConfigError(message, { code: 'ERR_AWS_REGION', help });
}
