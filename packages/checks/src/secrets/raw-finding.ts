/** What the scanner found, before it is told to anybody: still with the value, so never to be printed or stored. */

import type { Severity, Tier } from '@leasehold/core';
import type { SecretRule } from './rule.ts';

/** One candidate that a rule took for a secret; offsets count bytes of the file, `end` is behind the last one. */
export interface RawFinding {
  readonly rule: SecretRule;
  readonly start: number;
  readonly end: number;
  /** The secret, latin1: decoded where it stood encoded; of a pair the id, a colon and the secret. */
  readonly value: string;
  /** By the value and what stands near it; where it lies may make less of it, once it is told. */
  readonly tier: Tier;
  /** The rule's, or `info` for what is public. */
  readonly severity: Severity;
  /** Why it fired, one reason each. */
  readonly why: readonly string[];
  /** The reason of the comment that allows it here; such a finding never fails. */
  readonly allowed?: string;
}
