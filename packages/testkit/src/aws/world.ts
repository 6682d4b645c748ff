/** What exists in the stand-in's account: roles, managed policies, buckets, and the sessions that were handed out. */

import { randomBytes } from 'node:crypto';
import type { Clock } from '@leasehold/core';
import { type Eventual, eventual } from './eventual.ts';
import type { PolicyDocument } from './policy-document.ts';

/** Inline policies: name to text. */
export type InlinePolicies = Readonly<Record<string, string>>;

export interface Role {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  /** `AROA…`. */
  readonly roleId: string;
  readonly created: number;
  readonly trust: Eventual<PolicyDocument>;
  readonly policies: Eventual<InlinePolicies>;
  /** ARNs of attached managed policies. */
  readonly managed: readonly string[];
  /** ARN of the permissions boundary. */
  readonly boundary: string | undefined;
  /** Seconds. */
  readonly maxSessionDuration: number;
}

export interface PolicyVersion {
  /** `v1`, never used again. */
  readonly id: string;
  readonly text: string;
  readonly created: number;
}

export interface ManagedPolicy {
  readonly name: string;
  readonly arn: string;
  readonly policyId: string;
  readonly created: number;
  versions: readonly PolicyVersion[];
  /** The number of the next version. */
  next: number;
  readonly standard: Eventual<PolicyVersion>;
}

/** Credentials of an assumed role. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly roleName: string;
  readonly roleId: string;
  readonly sessionName: string;
  /** `arn:aws:sts::…:assumed-role/ROLE/SESSION`. */
  readonly arn: string;
  readonly roleArn: string;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Inline session policy. */
  readonly policy: PolicyDocument | undefined;
  /** ARNs of managed session policies. */
  readonly policyArns: readonly string[];
  readonly provider: string;
}

export interface Bucket {
  readonly objects: Map<
    string,
    { readonly body: Buffer; readonly etag: string; readonly modified: number; readonly type: string }
  >;
}

export interface World {
  readonly account: string;
  readonly partition: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly roles: Map<string, Role>;
  /** By ARN. */
  readonly managedPolicies: Map<string, ManagedPolicy>;
  readonly buckets: Map<string, Bucket>;
  /** By access key id. */
  readonly sessions: Map<string, Session>;
  /** Makes a value that changes with the world's propagation. */
  eventual<T>(initial: T): Eventual<T>;
  /** Milliseconds until a change of policy takes effect. */
  propagationMs: number;
}

export function newWorld(account: string, partition: string, clock: Pick<Clock, 'now'>, propagationMs: number): World {
  const world: World = {
    account,
    partition,
    clock,
    roles: new Map(),
    managedPolicies: new Map(),
    buckets: new Map(),
    sessions: new Map(),
    eventual: (initial) => eventual(initial, clock, () => world.propagationMs),
    propagationMs,
  };
  return world;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A unique id with the prefix that tells what it names, as IAM makes them. */
export function uniqueId(prefix: string): string {
  return (
    prefix +
    Array.from(randomBytes(17), (byte) => BASE32[byte % 32])
      .join('')
      .slice(0, 21 - prefix.length)
  );
}
