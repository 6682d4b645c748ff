/** What a provider's conformance suite needs around it. */

import type { Mint, Ports, Secret } from '@leasehold/core';
import type { FakeClock, FakeLog } from '../ports/fake-ports.ts';

/** What surrounds one provider in one test: a live other side, and ways to make it refuse or fail. */
export interface ProviderWorld {
  /** Options as an author writes them. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock is the one that the other side goes by. */
  readonly ports: Ports & { readonly clock: FakeClock; readonly log: FakeLog };
  /** Tokens that the other side accepts. */
  readonly mint: Mint;
  /** Tokens that it refuses. */
  readonly refused: Mint;
  /** Makes the other side answer the next request with a status and nothing useful. */
  failNext(status: number): void;
  /** Uses the credential for something that the lease allows, by a client that is not the provider's: whether it still works. */
  alive(credential: Secret): Promise<boolean>;
  /** Requests that the other side has seen from the provider. */
  requestCount(): number;
  /** Every secret that exists in this world, tokens included; each at least eight bytes. */
  secrets(): readonly string[];
  close(): Promise<void>;
}
