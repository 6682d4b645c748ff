/** The value of a claim as text, the way trust policies compare it. */

import type { Claims } from '@leasehold/core';

/** All values of a claim: none when it is absent, several when it is a list. */
export function claimValues(claims: Claims, name: string): readonly string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** The claim in one text, a list separated by spaces; undefined when it is absent or empty. */
export function claimText(claims: Claims, name: string): string | undefined {
  const text = claimValues(claims, name).join(' ');
  return text === '' ? undefined : text;
}
