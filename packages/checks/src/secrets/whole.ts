/** What a kernel is told of values that begin with nothing of their own. */

import type { Whole } from '@leasehold/kernel';
import { extentOf } from './extent.ts';
import type { SecretRule } from './rule.ts';

/** What a piece of a run must be to be a value of a rule without a prefix. */
export function wholeOf({ shape }: SecretRule): Whole {
  const { least, most } = extentOf(shape);
  return { least, most, mark: shape.ignoreCase ? '' : markOf(shape.source) };
}

/** The longest literal that every match of a pattern has in it; empty when none is plain to see. */
function markOf(source: string): string {
  let plain = source.replaceAll(/\[(?:\\.|[^\]\\])*\](?:\{[^}]*\}|\?)?/g, ' ');
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replaceAll(/\([^()]*\)(?:\{[^}]*\}|\?)?/g, ' ');
  }
  if (plain.includes('|') || plain.includes('\\')) return '';
  const literals = plain.replaceAll(/.(?:\{[^}]*\}|\?)/g, ' ').split(/[^A-Za-z0-9_-]+/);
  return literals.reduce((longest, literal) => (literal.length > longest.length ? literal : longest), '');
}
