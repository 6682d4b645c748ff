/** An issued credential together with its expiry and the way it ends. */

import type { Ending } from './ending.ts';

/** The run that a lease belongs to; carried by every name that we create on the other side. */
export interface RunRef {
  /** Two letters: `gh` GitHub, `lo` a terminal. */
  readonly platform: string;
  /** Decimal digits, or letters and digits for a terminal. */
  readonly run: string;
  readonly attempt: string;
}

/** What is asked of a provider once the decision is yes. */
export interface LeaseOrder {
  readonly leaseId: string;
  readonly run: RunRef;
  /** Seconds. */
  readonly ttl: number;
  /** Seconds since the epoch by the issuer's clock, from the ID token: what a time box counts from. */
  readonly from: number;
  readonly reason?: string;
}

/** JSON that a provider saves for its own ending; never a credential. */
export type Handle = Readonly<Record<string, unknown>>;

/** What will be done, decided before anything is sent, and saved to the post step's state first. */
export interface Plan {
  readonly handle: Handle;
  readonly ending: Ending;
  /** Milliseconds since the epoch after which the credential cannot work, whatever happens. */
  readonly notAfter: number;
  /** The name that the lease carries on the other side. */
  readonly name: string;
}

/** How far main came; the post step ends a lease from any of them. */
export type Stage = 'planned' | 'issued' | 'delivered';

/** What a ledger and a summary may know of a credential. */
export interface CredentialMark {
  /** Base64 SHA-256 of the credential. */
  readonly hash: string;
  /** The provider's public name for it, such as an AWS access key id. */
  readonly publicId?: string;
}

/** How the credential reaches the steps that follow. */
export const DELIVERIES = ['env', 'file', 'output'] as const;
export type DeliveryKind = (typeof DELIVERIES)[number];

/** Everything the post step needs, as JSON without any credential. */
export interface LeaseRecord {
  readonly version: 1;
  readonly leaseId: string;
  readonly stage: Stage;
  readonly provider: string;
  readonly name: string;
  readonly handle: Handle;
  readonly ending: Ending;
  /** Milliseconds since the epoch. */
  readonly requestedAt: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly delivery: DeliveryKind;
  readonly audience: string;
  readonly onRevokeFailure: 'fail' | 'warn';
  /** Milliseconds by which this machine's clock is ahead of the issuer's. */
  readonly skewMs: number;
  readonly subject: LeaseSubject;
  readonly credential?: CredentialMark;
}

/** What the lease is for and whose it is; the part that people read. */
export interface LeaseSubject {
  readonly grant?: string;
  readonly purpose?: string;
  readonly owner?: string;
  readonly access?: string;
  readonly reason?: string;
  readonly breakGlass: boolean;
  /** Seconds. */
  readonly ttl: number;
  /** What is reached: a role, a project. */
  readonly target: string;
  /** The scope in one line each; empty means all that the target allows. */
  readonly scope: readonly string[];
  readonly identity: Readonly<Record<string, string>>;
}
