/** What of CEL a condition may use: only what can be checked when the file is read, and whose cost grows with the size of its input. */

import { suggest } from '@leasehold/core';
import type { ASTNode } from '@marcbachmann/cel-js';
import { type ConditionFault, didYouMean } from './problem.ts';

/** Functions and methods by name. */
export const CONDITION_FUNCTIONS = [
  'startsWith',
  'endsWith',
  'contains',
  'trim',
  'size',
  'duration',
  'number',
  'all',
  'exists',
  'exists_one',
] as const;

const LOOPS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one']);
const DURATION = /^(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,9}s)?$/;

/** Why the tempting ones are not there. */
const REASONS: Readonly<Record<string, string>> = {
  int: 'it reads the empty string, and so a claim that the token lacks, as zero: use `number`',
  matches: 'regular expressions can take time without bound: use `startsWith`, `endsWith`, `contains`, or a glob in `subjects`',
  has: 'every claim is there, the empty string when the token lacks it: compare with `""`',
};

/**
 * Finds the first thing in an expression that a condition may not use.
 *
 * @returns undefined when all is well
 */
export function refuse(node: ASTNode, inLoop = false): ConditionFault | undefined {
  switch (node.op) {
    case 'value':
      return typeof node.args === 'object' && node.args !== null
        ? fault(node, 'bytes and unsigned numbers are not available in a condition')
        : undefined;
    case 'id':
      return undefined;
    case '.':
      return refuse(node.args[0], inLoop);
    case '[]':
      // A computed index would put off the check of its name until the decision.
      if (node.args[1].op !== 'value')
        return fault(node.args[1], 'an index must be a literal', 'write the name of the claim in quotes');
      return refuse(node.args[0], inLoop);
    case 'call':
      return refuseCall(node, node.args[0], node.args[1], inLoop);
    case 'rcall':
      return refuseCall(node, node.args[0], [node.args[1], ...node.args[2]], inLoop);
    case '!_':
    case '-_':
      return refuse(node.args, inLoop);
    case 'map':
    case '.?':
    case '[?]':
      return fault(node, 'maps and optional values are not available in a condition');
    default:
      return first(node.args, inLoop);
  }
}

function refuseCall(node: ASTNode, name: string, args: readonly ASTNode[], inLoop: boolean): ConditionFault | undefined {
  if (!(CONDITION_FUNCTIONS as readonly string[]).includes(name)) {
    const help = Object.hasOwn(REASONS, name)
      ? REASONS[name]
      : didYouMean(suggest(name, CONDITION_FUNCTIONS), CONDITION_FUNCTIONS);
    return fault(node, `\`${name}\` is not available in a condition`, help);
  }
  const loop = LOOPS.has(name);
  if (loop && inLoop)
    return fault(node, `\`${name}\` inside another loop is not available in a condition`, 'write one of the two lists out');
  if (name === 'duration') {
    const argument = args.length === 1 && args[0]?.op === 'value' ? args[0].args : undefined;
    if (typeof argument !== 'string' || argument === '' || !DURATION.test(argument)) {
      return fault(
        args[0] ?? node,
        '`duration` takes a literal of hours, minutes and seconds',
        'write for example `duration("1h30m")`',
      );
    }
  }
  return first(args, inLoop || loop);
}

function first(nodes: readonly ASTNode[], inLoop: boolean): ConditionFault | undefined {
  for (const node of nodes) {
    const found = refuse(node, inLoop);
    if (found) return found;
  }
  return undefined;
}

function fault(node: ASTNode, message: string, help?: string): ConditionFault {
  return { code: 'ERR_POLICY_CEL_FUNCTION', message, help, offset: node.start };
}
