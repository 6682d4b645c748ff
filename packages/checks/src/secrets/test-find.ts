/** Finds candidates as the engine does, for tests of rules by themselves: by prefix, then by shape, and not in the middle of a longer word. */

import type { Candidate, SecretRule, Verdict } from './rule.ts';

const NEAR = 200;

/** The candidate of a rule in a text, found as the engine finds it: by prefix, then by shape, and not in the middle of a longer word. */
export function find(rule: SecretRule, text: string): Candidate | undefined {
  for (const [at, prefix] of places(rule, text)) {
    if (/[A-Za-z0-9]/.test(prefix[0] as string) && /[A-Za-z0-9]/.test(text[at - 1] ?? '')) continue;
    rule.shape.lastIndex = at;
    const match = rule.shape.exec(text);
    if (!match) continue;
    const value = match.groups?.secret ?? match[0];
    const start = at + match[0].lastIndexOf(value);
    const end = start + value.length;
    if (/[A-Za-z0-9_]/.test(text[end] ?? '')) continue;
    return { value, before: text.slice(Math.max(0, start - NEAR), start), after: text.slice(end, end + NEAR) };
  }
  return undefined;
}

/** Where the prefixes of a rule stand, from left to right. */
export function places(rule: SecretRule, text: string): readonly (readonly [at: number, prefix: string])[] {
  const found = rule.prefixes.flatMap((prefix) => {
    const places: [number, string][] = [];
    for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) places.push([at, prefix]);
    return places;
  });
  return found.sort(([one], [other]) => one - other);
}

export function judge(rule: SecretRule, text: string): Verdict | undefined {
  const candidate = find(rule, text);
  if (!candidate) return undefined;
  return rule.check?.(candidate) ?? { evidence: 'shape' };
}

/** Puts an example into a line of a file, with a word near it where the rule asks for one. */
export function placed(rule: SecretRule, example: string): string {
  return `${rule.near?.[0] ?? 'x'} ${example}\n`;
}
