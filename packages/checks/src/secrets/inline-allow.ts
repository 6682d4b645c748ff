/** Comments that allow a finding where it stands, with a rule and a reason. */

import { foreignComment } from './foreign-allow.ts';
import { endOfLine, LOOKED_AT, startOfLine } from './line-around.ts';
import { latin1 } from './window.ts';

const OURS = /leasehold:allow[ \t]{1,8}([a-z0-9-]{1,64})(?:[ \t]{1,8}--[ \t]{0,8}((?:(?!leasehold:)[^\r\n]){0,200}))?/g;

/** What a comment says of a finding. */
export interface Allowance {
  /** Whether it counts. */
  readonly allowed: boolean;
  /** One sentence for whoever reads the finding. */
  readonly note: string;
}

/**
 * Looks for a comment that allows a rule's finding, on the lines where it begins and ends and on the line before.
 *
 * @returns nothing when there is none; a comment of ours without a reason, and one of another scanner, is found and does not count
 * @example password = "…" # leasehold:allow url-credentials -- the database of the tests
 */
export function allowanceOf(bytes: Uint8Array, ruleId: string, start: number, end: number): Allowance | undefined {
  const lineStart = startOfLine(bytes, start);
  const before = lineStart === 0 ? '' : latin1(bytes, startOfLine(bytes, lineStart - 1), lineStart);
  const inside = latin1(bytes, lineStart, Math.min(endOfLine(bytes, start), start + LOOKED_AT));
  const behind = latin1(bytes, end, endOfLine(bytes, end));
  const own = read(before, ruleId) ?? read(inside, ruleId) ?? read(behind, ruleId);
  if (own !== undefined) return own;
  const theirs = foreignComment(bytes, start, end);
  if (theirs === undefined) return undefined;
  return { allowed: false, note: `\`${theirs}\` is not obeyed here; \`leasehold lint import --comments\` makes an entry of it` };
}

function read(line: string, ruleId: string): Allowance | undefined {
  let note: string | undefined;
  for (const [, id, words] of line.matchAll(OURS)) {
    if (id !== ruleId) continue;
    const reason = words?.replace(/[ \t]*(?:\*\/|-->|#\}|%>)?[ \t]*$/, '');
    if (reason) return { allowed: true, note: `allowed here: ${reason}` };
    note = `\`leasehold:allow ${ruleId}\` gives no reason, so it does not count`;
  }
  return note === undefined ? undefined : { allowed: false, note };
}
