/** Where STS, IAM and S3 answer: AWS's own hosts, or what the documented variables say. */

import { ConfigError } from '@leasehold/core';
import type { AwsEndpoints } from './handle.ts';
import type { Partition } from './partition.ts';

/** The variables of the AWS SDKs that are honoured. */
export type AwsEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the endpoints of a region.
 *
 * A service's own variable (`AWS_ENDPOINT_URL_STS`, `_IAM`, `_S3`) goes before `AWS_ENDPOINT_URL`, which goes before AWS's own host; `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true` leaves only the last. `AWS_USE_FIPS_ENDPOINT` and `AWS_USE_DUALSTACK_ENDPOINT` choose among AWS's own hosts.
 *
 * @throws ConfigError `ERR_AWS_ENDPOINT` when a variable is no `https:` address (`http:` is for this machine only); `ERR_AWS_FIPS` where the partition has no such host
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function awsEndpoints(partition: Partition, region: string, env: AwsEnvironment): AwsEndpoints {
  const configured = isTrue(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS) ? {} : env;
  const from = (service: string, own: () => string): string => {
    for (const name of [`AWS_ENDPOINT_URL_${service}`, 'AWS_ENDPOINT_URL']) {
      const value = configured[name]?.trim();
      if (value) return readEndpoint(name, value);
    }
    return `https://${own()}`;
  };
  const fips = isTrue(env.AWS_USE_FIPS_ENDPOINT);
  const dual = isTrue(env.AWS_USE_DUALSTACK_ENDPOINT) && partition.dualStackSuffix !== undefined;
  const secured = (service: string): string => (fips ? fipsHost(partition, service) : service);
  return {
    sts: from('STS', () => `${secured('sts')}.${region}.${dual ? partition.dualStackSuffix : partition.suffix}`),
    iam: from('IAM', () => (fips ? partition.iam.replace(/^iam/, fipsHost(partition, 'iam')) : partition.iam)),
    s3: from('S3', () => `${secured('s3')}.${dual ? 'dualstack.' : ''}${region}.${partition.suffix}`),
    iamRegion: partition.iamRegion,
    region,
  };
}

/** Tells whether requests go anywhere but to AWS's own hosts. */
export function hasOwnEndpoint(env: AwsEnvironment): boolean {
  return (
    !isTrue(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS) && Boolean(env.AWS_ENDPOINT_URL_STS?.trim() || env.AWS_ENDPOINT_URL?.trim())
  );
}

function fipsHost(partition: Partition, service: string): string {
  if (partition.fips === 'all-hosts') return service;
  if (partition.fips === 'separate-hosts') return `${service}-fips`;
  throw new ConfigError(`\`AWS_USE_FIPS_ENDPOINT\` is set, and partition \`${partition.id}\` has no such endpoints`, {
    code: 'ERR_AWS_FIPS',
    help: 'unset it, or name the host in `AWS_ENDPOINT_URL_STS`',
  });
}

function readEndpoint(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url?.protocol === 'http:';
  if (!url || (url.protocol !== 'https:' && !plain) || url.search || url.hash || url.username || url.password) {
    // The value itself stays out of the message: an address may carry a password.
    throw new ConfigError(`\`${name}\` is not an address that requests can be sent to`, {
      code: 'ERR_AWS_ENDPOINT',
      help: 'write it as `https://host` or `https://host:port`, without a user, a query or a fragment',
    });
  }
  if (plain && !isLoopback(url.hostname)) {
    throw new ConfigError(`\`${name}\` would send tokens unencrypted to \`${url.host}\``, {
      code: 'ERR_AWS_ENDPOINT',
      help: 'use `https:`; plain `http:` is for addresses of this machine only',
    });
  }
  return url.href.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function isTrue(value: string | undefined): boolean {
  return value?.trim().toLowerCase() === 'true';
}
