/** Says in plain words what speaks for a candidate. */

import type { FileKind, Operand } from './operand.ts';
import type { Share } from './score.ts';

const MOST = 3;

/** Reasons by the features they sum up. */
const GROUPS: readonly (readonly [RegExp, (operand: Operand, kind: FileKind) => string])[] = [
  [
    /^says|^ends so|scheme|^no operator/,
    ({ name, scheme }) => (scheme === '' ? `the name says \`${name}\`` : `\`${scheme}\` introduces it`),
  ],
  [/strange/, () => 'its letters make no words'],
  [/mixed|^has digit|^has both|^has signs|^sign at/, () => 'letters, digits and signs mix'],
  [/long|^length|^hex|^uuid|^base64/, ({ value }) => `${value.length} characters in one piece`],
  [
    /^in |^bare|^quoted|^equals|^colon|^ends the/,
    (_, kind) => (kind === 'other' ? 'it is assigned' : `it is assigned in ${PLACES[kind]}`),
  ],
];
const PLACES: Readonly<Record<Exclude<FileKind, 'other'>, string>> = {
  code: 'source code',
  config: 'a configuration',
  data: 'data',
  doc: 'documentation',
  shell: 'a script',
};

/** Which groups a feature belongs to, by its place among them; there are few features. */
const groupsOf = new Map<string, readonly number[]>();

function groups(feature: string): readonly number[] {
  let own = groupsOf.get(feature);
  if (own === undefined) {
    own = GROUPS.flatMap(([words], group) => (words.test(feature) ? [group] : []));
    groupsOf.set(feature, own);
  }
  return own;
}

/** The name or the scheme, and the strongest two of the other reasons. */
export function reasonsFor(operand: Operand, kind: FileKind, shares: readonly Share[]): readonly string[] {
  const sums = GROUPS.map(() => 0);
  for (const [feature, share] of shares) for (const group of groups(feature)) sums[group] = (sums[group] as number) + share;
  const [name, ...others] = GROUPS.map(([, tell], group) => ({ tell, sum: sums[group] as number }));
  const strong = others.filter(({ sum }) => sum > 0).sort((a, b) => b.sum - a.sum);
  return [name, ...strong.slice(0, MOST - 1)].flatMap((reason) => reason?.tell(operand, kind) ?? []);
}
