/** A policy that has been read and checked. */

import type { Grant, Ttl } from '@leasehold/core';
import type { Condition } from './condition.ts';

/** What no grant may allow. */
export interface Guardrail {
  readonly id: string;
  /** CEL; true or an error denies. */
  readonly denyWhen: string;
  readonly message: string;
}

/** What holds for every grant that does not say otherwise. */
export interface PolicyDefaults {
  readonly ttl: Ttl;
  /** Seconds between reviews. */
  readonly reviewEvery: number;
}

/** The whole of a policy file, checked. */
export interface Policy {
  readonly version: 1;
  readonly defaults: PolicyDefaults;
  readonly guardrails: readonly Guardrail[];
  readonly grants: ReadonlyMap<string, Grant>;
  /** Every expression of the file, compiled, by its text. */
  readonly conditions: ReadonlyMap<string, Condition>;
}
