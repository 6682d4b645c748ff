/** What `leasehold exec` is to do. */

import type { Wanted } from '@leasehold/lease';

/** What was ordered: the lease, the command, and where the identity and the ledger are. */
export interface ExecOrder {
  readonly wanted: Wanted;
  readonly words: readonly string[];
  readonly idTokenFile: string | undefined;
  readonly ledgerFile: string | undefined;
}
