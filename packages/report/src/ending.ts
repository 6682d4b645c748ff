/** How a lease will end, in honest words. */

import type { Ending, EndingKind } from '@leasehold/core';

const PROMISES: Readonly<Record<EndingKind, string>> = {
  revoked: 'revoked when the job ends',
  denied: 'denied when the job ends: it still authenticates, and every request is refused',
  ungranted: 'ungranted when the job ends: the access behind it is taken away',
  expires: 'expires: only time ends it, also when the job is over',
};

/** The promise in one sentence; where it is weak, with the reason for it in the words of its provider. */
export function endingLine(ending: Ending): string {
  const box = ending.timeBoxed ? "; a time box keeps it below the provider's own minimum" : '';
  return `${PROMISES[ending.kind]}${box}${ending.kind === 'expires' ? ` (${ending.why})` : ''}`;
}
