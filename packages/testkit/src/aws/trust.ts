/** Whether a role's trust policy lets a token in, by the same evaluator. */

import type { Claims } from '@leasehold/core';
import { type PolicyDocument, type Statement, statements } from './policy-document.ts';

const ASSUME = 'sts:AssumeRoleWithWebIdentity';

/** Answers whether the token's claims are let in. */
export type Trusts = (
  trust: PolicyDocument,
  roleArn: string,
  token: { readonly provider: string; readonly claims: Claims },
) => boolean;

/**
 * Loads the evaluator.
 *
 * The evaluator knows no federated principals: which statements are about this provider is decided here, whether their actions and conditions hold is decided by it, with every claim of the token as `<issuer>:<claim>`.
 */
export async function newTrusts(): Promise<Trusts> {
  const { runUnsafeSimulation } = await import('@cloud-copilot/iam-simulate');

  return (trust, roleArn, { provider, claims }) => {
    const about = statements(trust).filter((statement) => federated(statement).some((arn) => arn === provider || arn === '*'));
    if (about.length === 0) return false;
    const policy = {
      Version: '2012-10-17',
      Statement: about.map(({ Principal: _principal, ...rest }) => ({ ...rest, Resource: '*' })),
    };
    const result = runUnsafeSimulation(
      {
        request: {
          principal: roleArn,
          action: ASSUME,
          resource: { resource: roleArn, accountId: roleArn.split(':')[4] ?? '' },
          contextVariables: conditionKeys(provider, claims),
        },
        identityPolicies: [{ name: 'trust', policy }],
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      { simulationMode: 'Strict' },
    );
    return result === 'Allowed';
  };
}

function federated({ Principal: principal }: Statement): readonly string[] {
  if (principal === '*') return ['*'];
  if (typeof principal !== 'object') return [];
  return [principal.Federated ?? []].flat();
}

function conditionKeys(provider: string, claims: Claims): Record<string, string | string[]> {
  const issuer = provider.slice(provider.indexOf(':oidc-provider/') + ':oidc-provider/'.length);
  return Object.fromEntries(
    Object.entries(claims)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [`${issuer}:${name}`, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
