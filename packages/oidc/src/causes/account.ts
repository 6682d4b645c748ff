/** Causes that lie in where the request went, not in what the token says. */

import { type Cause, quoted, refusalExplainsItself, type TrustCase } from '../trust-case.ts';

/** Whether neither the token, nor the comparison, nor the refusal shows why. */
export function isUnexplained({ blind, comparison, input }: TrustCase): boolean {
  if (comparison === undefined) return blind;
  const { nearest, denying } = comparison;
  return nearest?.issuer === true && nearest.failed.length === 0 && denying.length === 0 && !refusalExplainsItself(input.refusal);
}

/** A role of the same name may stand in several accounts. */
export const wrongAccount: Cause = {
  id: 'wrong-account',
  applies: ({ input: { account } }) =>
    account !== undefined && account.expected !== account.actual
      ? {
          message: `the request went to the account ${quoted([account.actual])}, and ${quoted([account.expected])} is meant`,
          help: `name the role by its ARN in the account ${quoted([account.expected])}`,
        }
      : undefined,
};

/** The refusal does not tell a trust that does not match from a role that does not exist, on purpose: it would tell strangers which roles there are. */
export const roleMissing: Cause = {
  id: 'role-missing',
  applies: (trustCase) =>
    isUnexplained(trustCase)
      ? {
          message:
            'the refusal is the same when the role does not exist, stands in another account, or names an identity provider of another account',
          help: "compare account number, path and name of the role letter by letter, and the account in the trust policy's identity provider",
        }
      : undefined,
};
