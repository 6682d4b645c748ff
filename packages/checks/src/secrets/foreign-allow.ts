/** Comments by which other scanners let a secret stay: not obeyed here, since they name neither a rule nor a reason, but told, and made entries of the allow list on request. */

import { endOfLine, LOOKED_AT, startOfLine } from './line-around.ts';
import { latin1 } from './window.ts';

const ON_THE_LINE =
  /\b(?:(?:gitleaks|betterleaks):allow|(?:trufflehog|kingfisher):ignore|pragma: ?(?:allow|white)list[ -]secret)\b/i;
const ON_THE_LINE_BEFORE = /\bpragma: ?allowlist[ -]nextline[ -]secret\b/i;

/**
 * Looks for a comment of another scanner beside a finding: on the lines where it begins and ends, or on the line before where that scanner's comment means the next one.
 *
 * @param start - where the finding begins
 * @param end - behind its last byte
 * @returns the comment as it is spelt; nothing when there is none
 * @example token = "…" # gitleaks:allow
 */
export function foreignComment(bytes: Uint8Array, start: number, end: number): string | undefined {
  const lineStart = startOfLine(bytes, start);
  const first = latin1(bytes, lineStart, Math.min(endOfLine(bytes, start), start + LOOKED_AT));
  const last = latin1(bytes, end, endOfLine(bytes, end));
  const own = ON_THE_LINE.exec(first) ?? ON_THE_LINE.exec(last);
  if (own !== null || lineStart === 0) return own?.[0];
  return ON_THE_LINE_BEFORE.exec(latin1(bytes, startOfLine(bytes, lineStart - 1), lineStart))?.[0];
}
