/** The prefixes of rules as the kernel looks for them: two bytes or more, with what must follow. */

import type { Following, RunHead } from '@leasehold/kernel';
import type { SecretRule } from './rule.ts';
import { isClass, LINK, TOKEN } from './token-byte.ts';

/** A prefix up to its last byte that neither belongs to a token nor joins two. */
const LEAD = /^.*[^\nA-Za-z0-9+/=_.:~$!-]/gm;

/** The alternatives of what must follow a prefix where it begins a value of a rule. */
export type Behind = (rule: SecretRule, prefix: string) => readonly (readonly Following[])[];

/** Makes the heads of the prefixes that a filter lets through. */
export function prefixHeads(
  rules: readonly SecretRule[],
  wanted: (prefix: string) => boolean,
  behind: Behind,
): readonly RunHead[] {
  return rules.flatMap((rule) =>
    rule.prefixes
      .filter((prefix) => prefix !== '' && wanted(prefix))
      .flatMap((prefix) => {
        const [lead = 0] = leadsOf([prefix]);
        if (prefix.length === 1) return pairsOf(prefix).map((text) => ({ text, lead, behind: [] }));
        return behind(rule, prefix).map((followings) => ({ text: prefix, lead, behind: followings }));
      }),
  );
}

/** The distances, in bytes, from the beginning of each prefix such as `FlyV1 fm2_` to the run in which it ends, without duplicates; prefixes within a run have none. One pattern over all prefixes, since there are a thousand. */
export function leadsOf(prefixes: readonly string[]): readonly number[] {
  return [
    ...new Set(
      prefixes
        .join('\n')
        .match(LEAD)
        ?.map(({ length }) => length),
    ),
  ];
}

/** A prefix of a single byte with each byte that may follow it in a value: prefixes are looked for by two bytes. */
export function pairsOf(prefix: string): readonly string[] {
  return Array.from({ length: 256 }, (_, second) => second)
    .filter((second) => isClass(second, TOKEN | LINK))
    .map((second) => prefix + String.fromCharCode(second));
}
