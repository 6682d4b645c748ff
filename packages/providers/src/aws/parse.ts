/** Reads the options of the AWS provider, before any network call. */

import { ConfigError, suggest } from '@leasehold/core';
import { isAddress } from './address.ts';
import { type AllowStatement, parseAllow } from './allow.ts';
import { AWS_OPTIONS, type AwsOptions, FOREIGN_NAMES } from './aws-options.ts';
import { type AwsEnvironment, awsEndpoints } from './endpoints.ts';
import { type Partition, partitionOfRegion } from './partition.ts';
import { readSessionPolicy } from './policy-document.ts';
import { readProbe } from './probe.ts';
import { readRegion } from './region.ts';
import { type Role, readAccount, readRole } from './role.ts';
import { shadowingVariables } from './shadowing.ts';

const MAX_MANAGED_POLICIES = 10;
const MANAGED_POLICY = /^arn:([a-z0-9-]+):iam::(?:\d{12}|aws)?:policy\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,128}$/;

/**
 * Reads the options.
 *
 * @param raw - texts from inputs, of which an empty one counts as absent, or YAML values from `with`
 * @param env - the variables of the AWS SDKs for region, endpoints and profiles
 * @throws ConfigError with the first thing that is wrong
 */
export function parseAwsOptions(raw: Readonly<Record<string, unknown>>, env: AwsEnvironment): AwsOptions {
  const given = new Map(Object.entries(raw).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  for (const name of given.keys()) known(name);
  const text = (name: string): string | undefined => readText(name, given.get(name));

  const region = readRegion(text('region'), env);
  const partition = partitionOfRegion(region);
  const accountText = text('account');
  const account = accountText === undefined ? undefined : readAccount(accountText);
  const roleText = text('role');
  if (roleText === undefined)
    throw new ConfigError('no role is given', { code: 'ERR_AWS_ROLE', help: 'add `role: arn:aws:iam::111122223333:role/name`' });
  const role = readRole('role', roleText, { region, ...(account === undefined ? {} : { account }) });
  const revoker = text('revoker-role');
  const probe = text('probe');
  const profile = text('profile');
  const policy = given.get('session-policy');

  return {
    role: role.account === '' && account !== undefined ? { ...role, account } : role,
    region,
    audience: text('audience') ?? partition.audience ?? 'sts.amazonaws.com',
    allow: inPartition(given.has('allow') ? parseAllow(given.get('allow')) : [], partition),
    sessionPolicy: policy === undefined ? [] : readSessionPolicy(policy),
    managedPolicies: readManagedPolicies(words('managed-session-policies', given.get('managed-session-policies')), role),
    ...(revoker === undefined ? {} : { revokerRole: readRevoker(revoker, role, region) }),
    bindIp: readAddresses(words('bind-ip', given.get('bind-ip'))),
    ...(probe === undefined ? {} : { probe: readProbe(probe) }),
    ...(profile === undefined ? {} : { profile: readProfile(profile) }),
    maskAccount: readBoolean('mask-account-id', text('mask-account-id')),
    endpoints: awsEndpoints(partition, region, env),
    shadowing: shadowingVariables(env),
  };
}

function known(name: string): void {
  const names = AWS_OPTIONS.map((option) => option.name);
  if (names.includes(name)) return;
  const meant = suggest(name, names);
  throw wrong(
    `\`${name}\` is not an option of the AWS provider`,
    'ERR_OPTION_UNKNOWN',
    FOREIGN_NAMES[name] ??
      (meant ? `did you mean \`${meant}\`?` : `the options are ${names.map((each) => `\`${each}\``).join(', ')}`),
  );
}

function readText(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value).trim() || undefined;
  throw wrong(`\`${name}\` is not text`, 'ERR_OPTION_TYPE', 'write one value');
}

function words(name: string, value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((word) => word !== '');
  if (Array.isArray(value) && value.every((word): word is string => typeof word === 'string')) return value;
  throw wrong(`\`${name}\` is neither text nor a list of text`, 'ERR_OPTION_TYPE', 'separate several with commas or lines');
}

function readBoolean(name: string, value: string | undefined): boolean {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw wrong(`\`${name}\` is \`${value}\``, 'ERR_OPTION_TYPE', 'write `true` or `false`');
}

function inPartition(allow: readonly AllowStatement[], partition: Partition): readonly AllowStatement[] {
  for (const resource of allow.flatMap(({ resources }) => resources)) {
    const named = /^arn:([a-z0-9-]+):/.exec(resource)?.[1];
    if (named === undefined || named === partition.id) continue;
    throw wrong(
      `\`allow\` names \`${resource}\` in partition \`${named}\`, and the role is in \`${partition.id}\``,
      'ERR_AWS_ALLOW',
      `write \`${resource.replace(`arn:${named}:`, `arn:${partition.id}:`)}\``,
    );
  }
  return allow;
}

function readManagedPolicies(arns: readonly string[], role: Role): readonly string[] {
  const code = 'ERR_AWS_MANAGED_POLICY';
  if (arns.length > MAX_MANAGED_POLICIES) {
    throw wrong(`\`managed-session-policies\` names ${arns.length} policies`, code, `AWS takes at most ${MAX_MANAGED_POLICIES}`);
  }
  for (const arn of arns) {
    const partition = MANAGED_POLICY.exec(arn)?.[1];
    if (partition === undefined) {
      throw wrong(`\`${arn}\` is not the ARN of a managed policy`, code, 'write it as `arn:aws:iam::aws:policy/ReadOnlyAccess`');
    }
    if (partition !== role.partition) {
      throw wrong(
        `\`${arn}\` is in partition \`${partition}\`, and the role is in \`${role.partition}\``,
        code,
        'name a policy of the same partition',
      );
    }
  }
  return arns;
}

function readRevoker(text: string, role: Role, region: string): Role {
  const revoker = readRole('revoker-role', text, { region, ...(text.startsWith('arn:') ? {} : { account: role.account }) });
  const code = 'ERR_AWS_REVOKER_ROLE';
  if (revoker.arn === role.arn) {
    throw wrong(
      '`revoker-role` is the leased role itself',
      code,
      'use a role of its own: the right to end a lease must not be part of it',
    );
  }
  if (revoker.account !== role.account) {
    throw wrong(
      `\`revoker-role\` is in account \`${revoker.account}\`, and the role in \`${role.account}\``,
      code,
      'IAM changes roles of its own account only',
    );
  }
  return revoker;
}

function readAddresses(addresses: readonly string[]): readonly string[] {
  for (const address of addresses) {
    if (isAddress(address)) continue;
    throw wrong(
      `\`bind-ip\` has \`${address}\`, which is neither an address nor a network`,
      'ERR_AWS_BIND_IP',
      'write `203.0.113.7`, `203.0.113.0/24` or `2001:db8::/64`',
    );
  }
  return addresses;
}

function readProfile(name: string): string {
  if (/^[\w.+@-]{1,128}$/.test(name)) return name;
  throw wrong(
    `\`profile\` is \`${name}\``,
    'ERR_AWS_PROFILE',
    'use letters, digits and `_.+@-`, without spaces, brackets or slashes',
  );
}

function wrong(message: string, code: string, help: string): ConfigError {
  return new ConfigError(message, { code, help });
}
