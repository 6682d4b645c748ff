/** A job's claims against one thing that may let it in. */

import type { Claims, TrustDiagnosis, TrustStatement } from '@leasehold/core';
import { diagnose, statementHolds } from '@leasehold/oidc';

/** How one comparison came out. */
export interface Verdict {
  /** What the claims were compared with, for a person. */
  readonly against: string;
  readonly matches: boolean;
  readonly diagnosis: TrustDiagnosis;
  /** The corrected conditions in the words of the other side, where it has some. */
  readonly correction?: string;
}

/** Compares as the other side would: one statement that allows, and none that denies. */
export function compare(against: string, statements: readonly TrustStatement[], claims: Claims, audience: string): Verdict {
  const holding = statements.filter((statement) => statementHolds(statement, claims));
  const matches = holding.length > 0 && holding.every(({ effect }) => effect === 'allow');
  const diagnosis = diagnose({ claims, refusal: { code: '', detail: '' }, audience, statements, permission: true });
  return { against, matches, diagnosis };
}
