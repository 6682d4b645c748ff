/** Makes many statements few, so that a long `allow` fits into a session policy. */

import type { AllowStatement } from './allow.ts';
import { actionMatches, resourceMatches } from './wildcard.ts';

/**
 * Merges statements without changing what they allow: equal resources share their actions, equal actions share their resources, and what another entry covers is left out.
 *
 * @returns statements that allow exactly the same requests, in the order in which each began
 */
export function compactAllow(statements: readonly AllowStatement[]): readonly AllowStatement[] {
  let current = statements;
  for (;;) {
    const byResources = merge(current, ({ resources }) => resources);
    const next = merge(byResources, ({ actions }) => actions);
    if (next.length === current.length) {
      return next.map(({ actions, resources }) => ({
        actions: withoutCovered(actions, actionMatches),
        resources: withoutCovered(resources, resourceMatches),
      }));
    }
    current = next;
  }
}

function merge(
  statements: readonly AllowStatement[],
  by: (statement: AllowStatement) => readonly string[],
): readonly AllowStatement[] {
  const groups = new Map<string, { readonly actions: Set<string>; readonly resources: Set<string> }>();
  for (const statement of statements) {
    const key = JSON.stringify([...by(statement)].sort());
    const group = groups.get(key) ?? { actions: new Set<string>(), resources: new Set<string>() };
    groups.set(key, group);
    for (const action of statement.actions) group.actions.add(action);
    for (const resource of statement.resources) group.resources.add(resource);
  }
  return [...groups.values()].map(({ actions, resources }) => ({ actions: [...actions], resources: [...resources] }));
}

/** A pattern covers another when it takes its very text; not where a `?` would have to take the other's `*`, which stands for more. */
function withoutCovered(list: readonly string[], matches: (pattern: string, name: string) => boolean): readonly string[] {
  const covers = (pattern: string, name: string): boolean =>
    !(pattern.includes('?') && name.includes('*')) && matches(pattern, name);
  // Of two that cover each other, such as `s3:get*` and `s3:Get*`, the first stays.
  return list.filter(
    (name, at) => !list.some((other, index) => index !== at && covers(other, name) && (index < at || !covers(name, other))),
  );
}
