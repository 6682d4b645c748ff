/** The end of an AWS lease, apart from its beginning: all that a post step needs. */

import type { LeaseEnding } from '@leasehold/core';
import { onlyExpires } from './ending/outcome.ts';
import type { AwsHandle } from './handle.ts';

/** Ends by a deny for the one session, or only says until when it lives. */
export const awsEnding: LeaseEnding = {
  id: 'aws',
  end: async (order, ports) => {
    // Nothing is sent without a revoker, so nothing of what sends is loaded.
    if ((order.handle as AwsHandle).revokerRole === undefined) return onlyExpires(order, ports.clock.now());
    const { endAws } = await import('./ending/end.ts');
    return endAws(order, ports);
  },
};
