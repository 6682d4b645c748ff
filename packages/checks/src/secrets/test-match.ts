/** Random texts that have the shape of a rule's values, as far as it looks neither ahead nor behind. */

import { type PatternNode, patternTree } from './pattern-tree.ts';
import type { ExampleMaker, SecretRule } from './rule.ts';

/** So many more than the least are repeated. */
const MORE = 3;

/** A text that begins with a prefix of the rule; what the shape says of its first signs counts only where it says no other. */
export function randomMatch({ prefixes, shape }: SecretRule, make: ExampleMaker): string {
  const text = matchOf(patternTree(shape), make);
  const prefix = make.pick(prefixes);
  return prefixes.some((other) => text.startsWith(other)) ? text : prefix + text.slice(prefix.length);
}

function matchOf(node: PatternNode, make: ExampleMaker): string {
  switch (node.kind) {
    case 'set':
      return make.pick(Array.from(node.has.keys(), (byte) => (node.has[byte] === 1 ? [String.fromCharCode(byte)] : [])).flat());
    case 'sequence':
      return node.parts.map((part) => matchOf(part, make)).join('');
    case 'either':
      return matchOf(make.pick(node.options), make);
    case 'repeat': {
      const most = Math.min(node.most, node.least + MORE);
      const times = make.pick([node.least, most, Math.floor((node.least + most) / 2)]);
      return Array.from({ length: times }, () => matchOf(node.of, make)).join('');
    }
    default:
      return '';
  }
}
