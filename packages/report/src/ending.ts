/** How a lease will end, in honest words. */

import type { Ending, EndingKind } from '@leasehold/core';

const PROMISES: Readonly<Record<EndingKind, string>> = {
  revoked: 'revoked when the job ends: the provider will reject the credential',
  denied: 'denied when the job ends: the credential will authenticate, and every request will be refused',
  ungranted: 'ungranted when the job ends: the access behind the credential will be taken away',
  expires: 'expires only: nothing but time ends it, also when the job is over',
};

/** The promise in one sentence, with the reason for it in the words of its provider. */
export function endingLine(ending: Ending): string {
  const box = ending.timeBoxed ? "; the expiry is a time box, below the provider's own minimum" : '';
  return `${PROMISES[ending.kind]}${box} (${ending.why})`;
}
