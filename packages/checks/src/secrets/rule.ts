/** A secret rule: what a credential of one kind looks like, how it is proven, and what to do about it. */

import type { Remedy, Severity, Tier } from '@leasehold/core';

/** What a check says of a candidate that has the rule's shape. */
export type Verdict =
  /** The embedded checksum, the structure or the key mathematics holds. */
  | { readonly evidence: 'proven'; readonly why: string }
  /** The shape is all there is to see. */
  | { readonly evidence: 'shape'; readonly why?: string }
  /** The checksum does not hold: a fixture, an altered sample, or a newer format. Demoted, never hidden. */
  | { readonly evidence: 'broken'; readonly why: string }
  /** Public by design, or an example out of a documentation. */
  | { readonly evidence: 'public'; readonly why: string }
  /** No credential at all, such as a placeholder: not reported. */
  | { readonly evidence: 'none' };

/** A candidate as a check sees it. */
export interface Candidate {
  /** The value, one character a byte (latin1). */
  readonly value: string;
  /** Up to 200 bytes before and after it, latin1. */
  readonly before: string;
  readonly after: string;
}

/** Makes random parts of examples, so that no live-looking value stands in the repository; seeded, so that a failure can be repeated. */
export interface ExampleMaker {
  /** That many characters of an alphabet such as `0-9a-f` or `A-Za-z0-9_-`. */
  chars(alphabet: string, length: number): string;
  /** That many unpredictable bytes. */
  bytes(length: number): Uint8Array;
  /** One of them. */
  pick<T>(items: readonly T[]): T;
}

/** Values that a rule must find, and values that it must not. */
export interface Examples {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/** The contract; one file where there is logic, one row of a family's table where there is only shape. */
export interface SecretRule {
  /** Kebab case: file name, SARIF rule, ignore comment, heading of the reference. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly severity: Severity;
  /** Literals of which one begins the value; candidates are resolved by them, so each is as long as it can be. Case matters. `''` is for a value that has none: it is looked for where a run of token characters begins, and behind a `=` in it. */
  readonly prefixes: readonly string[];
  /**
   * The shape of the whole value from its prefix on, sticky (`y`), over latin1. Bounded quantifiers only and no nested ones, so that it runs in linear time. It must not end inside a longer run of token characters: that is checked by the engine. A group named `secret` narrows the value to it.
   */
  readonly shape: RegExp;
  /** In how many ways at the most the shape can read one text, so many times an attempt may go over it; one where nothing is said. */
  readonly ways?: number;
  /** Tier of a value of which the shape is all there is to see; `prefixed` where nothing is said. */
  readonly tier?: Tier;
  /** Whoever needs one makes it, and no vendor issues it: what lies among tests was made for them. */
  readonly selfMade?: true;
  /** Proves, demotes or explains a value of the right shape. */
  readonly check?: (candidate: Candidate) => Verdict;
  /** Words of which one must stand near (200 bytes), lower case, for a prefix that others use too. */
  readonly near?: readonly string[];
  readonly remedy: Remedy;
  /** Address of the vendor's documentation. */
  readonly reference?: string;
  readonly examples: (make: ExampleMaker) => Examples;
}
