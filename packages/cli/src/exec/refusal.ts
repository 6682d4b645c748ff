/** Telling why a lease was not given: by the policy, or by the provider's own trust. */

import type { Acquired, Prepared } from '@leasehold/lease';
import { diagnose } from '@leasehold/oidc';
import { denialText, errorText, trustText } from '@leasehold/report';

/** The lines of a no. */
export function refusalText(answer: Exclude<Acquired, { kind: 'leased' }>, { ask, trust }: Prepared): string {
  if (answer.kind === 'denied') return denialText(answer.decision);
  const { error, identity } = answer;
  const statements = trust?.(identity.issuer);
  const diagnosis = diagnose({
    claims: identity.claims,
    refusal: { code: error.code, detail: error.message },
    audience: ask.provider.audience(ask.options),
    permission: true,
    ...(statements ? { statements } : {}),
  });
  return `${errorText(error)}\n${trustText(diagnosis)}`;
}
