/** What a kernel is told of the prefixes of rules. */

import type { Following, RunHead } from '@leasehold/kernel';
import type { SecretRule } from './rule.ts';
import { isClass, LINK, TOKEN } from './token-byte.ts';

/** All of a prefix up to the last byte that neither belongs to a token nor joins two. */
const LEAD = /^.*[^\nA-Za-z0-9+/=_.:~$!-]/gm;

/** What must follow a prefix where it begins a value of a rule: one of these. */
export type Behind = (rule: SecretRule, prefix: string) => readonly (readonly Following[])[];

/** The heads of some of the prefixes of rules. */
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

/** How many bytes before a run one of some prefixes can begin that no sign joins to it, such as `FlyV1 fm2_`; one pattern over all of them, since there are a thousand. */
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

/** The kernel looks for two bytes or more; a single one goes with whatever may follow it in a value. */
function pairsOf(prefix: string): readonly string[] {
  return Array.from({ length: 256 }, (_, second) => second)
    .filter((second) => isClass(second, TOKEN | LINK))
    .map((second) => prefix + String.fromCharCode(second));
}
