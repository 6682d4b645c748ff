/** Comments that allow a finding where it stands: ours with a rule and a reason, and those of two other scanners. */

import { latin1 } from './window.ts';

const NEWLINE = 0x0a;
/** A comment further away in a line belongs to something else. */
const LOOKED_AT = 1024;
const OURS = /leasehold:allow[ \t]{1,8}([a-z0-9-]{1,64})(?:[ \t]{1,8}--[ \t]{0,8}((?:(?!leasehold:)[^\r\n]){0,200}))?/g;
const THEIRS = /\b(gitleaks:allow|trufflehog:ignore)\b/;

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
 * @returns nothing when there is none; a comment of ours without a reason is found and does not count
 * @example password = "…" # leasehold:allow url-credentials -- the database of the tests
 */
export function allowanceOf(bytes: Uint8Array, ruleId: string, start: number, end: number): Allowance | undefined {
  const lineStart = startOfLine(bytes, start);
  const before = lineStart === 0 ? '' : latin1(bytes, startOfLine(bytes, lineStart - 1), lineStart);
  const inside = latin1(bytes, lineStart, Math.min(endOfLine(bytes, start), start + LOOKED_AT));
  const behind = latin1(bytes, end, endOfLine(bytes, end));
  return read(before, ruleId) ?? read(inside, ruleId) ?? read(behind, ruleId);
}

function read(line: string, ruleId: string): Allowance | undefined {
  let note: string | undefined;
  for (const [, id, words] of line.matchAll(OURS)) {
    if (id !== ruleId) continue;
    const reason = words?.replace(/[ \t]*(?:\*\/|-->|#\}|%>)?[ \t]*$/, '');
    if (reason) return { allowed: true, note: `allowed here: ${reason}` };
    note = `\`leasehold:allow ${ruleId}\` gives no reason, so it does not count`;
  }
  const theirs = THEIRS.exec(line)?.[1];
  if (theirs !== undefined) return { allowed: true, note: `allowed here by \`${theirs}\`, which names no rule and no reason` };
  return note === undefined ? undefined : { allowed: false, note };
}

function startOfLine(bytes: Uint8Array, at: number): number {
  const least = Math.max(0, at - LOOKED_AT);
  let start = at;
  while (start > least && bytes[start - 1] !== NEWLINE) start--;
  return start;
}

function endOfLine(bytes: Uint8Array, at: number): number {
  const most = Math.min(bytes.length, at + LOOKED_AT);
  let end = at;
  while (end < most && bytes[end] !== NEWLINE) end++;
  return end;
}
