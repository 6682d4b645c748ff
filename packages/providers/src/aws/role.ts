/** The role that is leased, from a full ARN or from a name and an account. */

import { ConfigError } from '@leasehold/core';
import { PARTITIONS, partitionNamed, partitionOfRegion } from './partition.ts';

/** A role, taken apart. */
export interface Role {
  readonly arn: string;
  readonly partition: string;
  /** Twelve digits, or empty on servers that have no accounts. */
  readonly account: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  readonly name: string;
}

const ROLE_ARN = /^arn:([a-z0-9-]+):iam::(\d{12})?:role(\/(?:[\x21-\x7e]+\/)?)([\w+=,.@-]{1,64})$/;
const NAME = /^[\w+=,.@-]{1,64}$/;
const ACCOUNT = /^\d{12}$/;

/**
 * Reads a role.
 *
 * @param option - name of the option, for messages
 * @param text - a full ARN, with or without an account number, or a role name
 * @param about - the account for a name, and the region, which tells the partition for a name and must lie in that of an ARN
 * @throws ConfigError `ERR_AWS_ROLE`
 * @example readRole('role', 'arn:aws:iam::111122223333:role/ci/deploy', { region: 'eu-west-1' }).name // 'deploy'
 */
export function readRole(option: string, text: string, about: { readonly account?: string; readonly region: string }): Role {
  const home = partitionOfRegion(about.region).id;
  if (!text.startsWith('arn:')) {
    if (!NAME.test(text)) throw wrong(`\`${option}\` is \`${text}\`, which is neither a role's ARN nor its name`, EXPECTED);
    if (about.account === undefined) {
      throw wrong(`\`${option}\` is the name \`${text}\`, and no account is given`, 'give the full ARN, or add `account`');
    }
    return {
      arn: `arn:${home}:iam::${about.account}:role/${text}`,
      partition: home,
      account: about.account,
      path: '/',
      name: text,
    };
  }
  const parts = ROLE_ARN.exec(text);
  if (!parts) throw notRole(option, text);
  const [, partition = '', account = '', path = '/', name = ''] = parts;
  if (!partitionNamed(partition)) {
    const known = PARTITIONS.map(({ id }) => `\`${id}\``).join(', ');
    throw wrong(`\`${option}\` is in partition \`${partition}\`, which does not exist`, `the partitions are ${known}`);
  }
  if (partition !== home) {
    throw wrong(
      `\`${option}\` is in partition \`${partition}\`, and region \`${about.region}\` in \`${home}\``,
      `name a region of \`${partition}\``,
    );
  }
  if (about.account !== undefined && account !== '' && account !== about.account) {
    throw wrong(
      `\`${option}\` is in account \`${account}\`, and \`account\` says \`${about.account}\``,
      'leave `account` out, or correct one of the two',
    );
  }
  return { arn: text, partition, account, path, name };
}

/**
 * Reads an account number.
 *
 * @throws ConfigError `ERR_AWS_ACCOUNT` unless it has twelve digits
 */
export function readAccount(text: string): string {
  if (ACCOUNT.test(text)) return text;
  throw new ConfigError(`\`account\` is \`${text}\`, which does not have twelve digits`, {
    code: 'ERR_AWS_ACCOUNT',
    help: 'write all twelve, in quotes in YAML: a number loses the zeros that it begins with',
  });
}

const EXPECTED = 'a role is written `arn:aws:iam::111122223333:role/name`, or as a name with `account`';

function notRole(option: string, text: string): ConfigError {
  const session = /^arn:([a-z0-9-]+):sts::(\d{12})?:assumed-role\/([^/]+)\//.exec(text);
  if (session) {
    const [, partition, account = '', name] = session;
    return wrong(
      `\`${option}\` is \`${text}\`, which is a session of a role`,
      `the role is \`arn:${partition}:iam::${account}:role/${name}\``,
    );
  }
  return wrong(`\`${option}\` is \`${text}\`, which is not the ARN of a role`, EXPECTED);
}

function wrong(message: string, help: string): ConfigError {
  return new ConfigError(message, { code: 'ERR_AWS_ROLE', help });
}
