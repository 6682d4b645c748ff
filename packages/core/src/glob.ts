/** Globs over claim values: anchored as a whole, linear in time, absence is a no. */

/**
 * Tells whether a glob matches the whole of a value.
 *
 * `*` stands for any run of characters, `?` for exactly one; everything else is literal and case matters. Time is at most the product of the two lengths, whatever the pattern.
 *
 * @example globMatches('refs/heads/release-*', 'refs/heads/release-7') // true
 */
export function globMatches(pattern: string, value: string): boolean {
  let p = 0;
  let v = 0;
  let star = -1;
  let resume = 0;
  while (v < value.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      resume = v;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === value[v])) {
      p++;
      v++;
    } else if (star >= 0) {
      // Only the latest star is ever widened: an earlier one cannot make a later mismatch good.
      p = star + 1;
      v = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.length && pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Tells whether a pattern has a wildcard at all. */
export function isGlob(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?');
}
