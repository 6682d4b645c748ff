/** The catalogue of causes, most likely first: what keeps a token from being minted, what a verifier checks before any condition, the conditions, and last what no token can show. */

import type { Cause } from '../trust-case.ts';
import { roleMissing, wrongAccount } from './account.ts';
import { audience } from './audience.ts';
import { issuer, issuerEnterprise, issuerHost, providerNotRegistered } from './issuer.ts';
import { claimNotTrusted, deniedByStatement, environmentNotTrusted, refNotTrusted, repositoryNotTrusted } from './job.ts';
import { encodedColon, letterCase, wildcardTooNarrow, wildcardWithEquals } from './pattern.ts';
import { callerPermission, forkPullRequest, idTokenPermission } from './permission.ts';
import { customisedSubject, environmentSubject, immutableSubject, pullRequestSubject } from './subject.ts';
import { clockSkew, tokenExpired, tokenReused, trustJustCreated } from './time.ts';
import { reusableWorkflow } from './workflow.ts';

/** All causes, in the order in which they are told. */
export const CAUSES: readonly Cause[] = [
  forkPullRequest,
  idTokenPermission,
  callerPermission,
  providerNotRegistered,
  audience,
  issuerEnterprise,
  issuerHost,
  issuer,
  tokenReused,
  clockSkew,
  tokenExpired,
  wrongAccount,
  deniedByStatement,
  wildcardWithEquals,
  letterCase,
  wildcardTooNarrow,
  environmentSubject,
  pullRequestSubject,
  immutableSubject,
  customisedSubject,
  encodedColon,
  reusableWorkflow,
  repositoryNotTrusted,
  environmentNotTrusted,
  refNotTrusted,
  claimNotTrusted,
  roleMissing,
  trustJustCreated,
];
