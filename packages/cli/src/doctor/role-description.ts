/** What `aws iam get-role` prints: the trust policy of the role, and whether a boundary caps it. */

import { ConfigError, type TrustStatement } from '@leasehold/core';
import { readTrustPolicy } from '@leasehold/providers';

/** A role as far as doctor looks at it. */
export interface RoleDescription {
  readonly name: string;
  readonly statements: readonly TrustStatement[];
  readonly warnings: readonly RoleWarning[];
}

/** What is not wrong yet, and could become so. */
export interface RoleWarning {
  readonly message: string;
  readonly help: string;
}

/**
 * Reads a role.
 *
 * @param file - its name, for messages
 * @throws ConfigError `ERR_ROLE_DESCRIPTION` when it is not such an output, and what readTrustPolicy throws
 */
export function readRoleDescription(text: string, file: string): RoleDescription {
  const { RoleName: name, PermissionsBoundary: boundary } = roleOf(text, file);
  if (typeof name !== 'string') throw wrong(file);
  return {
    name,
    statements: readTrustPolicy(text, file),
    warnings: boundary === undefined || boundary === null ? [uncapped(name)] : [],
  };
}

function roleOf(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(text) as { Role?: unknown } | null;
    const role = value?.Role;
    if (typeof role === 'object' && role !== null) return role as Readonly<Record<string, unknown>>;
  } catch {
    // Said below, without what the parser quotes.
  }
  throw wrong(file);
}

function uncapped(name: string): RoleWarning {
  return {
    message: `role \`${name}\` has no permissions boundary: a revoker that may write its inline policy could give it any permission`,
    help: `set it up with what \`leasehold trust aws\` prints; without a revoker role nobody writes to it, and its leases end by time only`,
  };
}

function wrong(file: string): ConfigError {
  return new ConfigError(`\`${file}\` is not the output of \`aws iam get-role\``, {
    code: 'ERR_ROLE_DESCRIPTION',
    help: 'write it with `aws iam get-role --role-name NAME > role.json`',
  });
}
