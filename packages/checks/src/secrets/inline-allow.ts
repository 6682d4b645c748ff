/** Comments that allow a finding where it stands, with a rule and a reason. */

import { foreignComment } from './foreign-allow.ts';
import { endOfLine, LOOKED_AT, startOfLine } from './line-around.ts';
import type { RawFinding } from './raw-finding.ts';
import { latin1 } from './window.ts';

/** A comment of ours, with the rule that it names and a first glance at its reason, as far as it has them. */
const OURS =
  /leasehold:allow(?![A-Za-z0-9])(?:[ \t]{1,8}([a-z0-9][a-z0-9-]{0,63})(?:[ \t]{1,8}--[ \t"'`([#<]{0,8}(?=([A-Za-z0-9\x80-\xff])))?)?/g;

/** What the comments of one line say of one rule. */
interface Comments {
  /** How many count. */
  readonly counting: number;
  /** Why none does; nothing when there is none at all. */
  readonly fault: string | undefined;
  /** Secrets of the rule on the line of the comments, and those on the line below it that have no comment of their own. */
  readonly beside: Set<string>;
  readonly below: Set<string>;
}

/** A finding, and the comments where it begins, where it ends, and on the line before. */
interface Place {
  readonly finding: RawFinding;
  readonly own: Comments;
  readonly before: Comments | undefined;
}

/**
 * Says of every finding whether a comment allows it: on the line where it begins or ends, or on the line before, when none of its rule stands there.
 *
 * A comment names a rule and no value. So each lets one secret stay, and where more secrets of its rule stand than comments, none stays: which of them is new cannot be told. The reason is shown nowhere, since other text of its line may be taken for a part of it.
 *
 * @param findings - of one text
 * @returns as many: one that is allowed says so; one beside a comment that does not count, or of another scanner, says why it is not
 * @example password = "…" # leasehold:allow url-credentials -- the database of the tests
 */
export function withAllowances(bytes: Uint8Array, findings: readonly RawFinding[]): readonly RawFinding[] {
  if (findings.length === 0) return findings;
  const known = new Map<string, Comments>();
  const taken = linesOf(bytes, findings);
  const places = findings.map((finding) => placeOf(bytes, finding, taken, known));
  for (const { finding, own, before } of places) {
    own.beside.add(finding.value);
    if (own.counting === 0) before?.below.add(finding.value);
  }
  return places.map((place) => judged(bytes, place));
}

/** Lines on which a finding begins or ends: as they are, and with its rule. */
function linesOf(bytes: Uint8Array, findings: readonly RawFinding[]): ReadonlySet<number | string> {
  const lines = new Set<number | string>();
  for (const { rule, start, end } of findings) {
    for (const line of [startOfLine(bytes, start), startOfLine(bytes, Math.max(start, end - 1))]) {
      lines.add(line).add(`${rule.id} ${line}`);
    }
  }
  return lines;
}

function judged(bytes: Uint8Array, { finding, own, before }: Place): RawFinding {
  if (own.counting > 0) return allowed(finding, own.counting >= own.beside.size);
  if (before !== undefined && before.counting > 0) return allowed(finding, before.counting >= before.below.size);
  const why = own.fault ?? before?.fault ?? foreignNote(bytes, finding);
  return why === undefined ? finding : { ...finding, why: [...finding.why, why] };
}

function allowed(finding: RawFinding, enough: boolean): RawFinding {
  if (enough) return { ...finding, allowed: 'a comment beside it allows it, with a reason' };
  const why = `\`leasehold:allow ${finding.rule.id}\` lets one secret stay, and several stand here: none of them is allowed`;
  return { ...finding, why: [...finding.why, why] };
}

function foreignNote(bytes: Uint8Array, { start, end }: RawFinding): string | undefined {
  const theirs = foreignComment(bytes, start, end);
  return theirs === undefined
    ? undefined
    : `\`${theirs}\` is not obeyed here; \`leasehold lint import --comments\` makes an entry of it`;
}

function placeOf(
  bytes: Uint8Array,
  finding: RawFinding,
  taken: ReadonlySet<number | string>,
  known: Map<string, Comments>,
): Place {
  const { rule, start, end } = finding;
  const first = startOfLine(bytes, start);
  const line = { from: first, to: Math.min(endOfLine(bytes, start), start + LOOKED_AT) };
  const behind = { from: Math.max(line.to, end), to: endOfLine(bytes, end) };
  const own = commentsOf(bytes, [line, ...(behind.to > behind.from ? [behind] : [])], rule.id, known);
  if (first === 0) return { finding, own, before: undefined };
  const above = startOfLine(bytes, first - 1);
  const before = taken.has(`${rule.id} ${above}`) ? undefined : commentsOf(bytes, [{ from: above, to: first }], rule.id, known);
  // What is wrong with a comment is told to the secret that it stands beside.
  return { finding, own, before: before?.counting === 0 && taken.has(above) ? undefined : before };
}

/** The same object for all findings beside the same comments, however far around each of them was looked. */
function commentsOf(
  bytes: Uint8Array,
  stretches: readonly { readonly from: number; readonly to: number }[],
  ruleId: string,
  known: Map<string, Comments>,
): Comments {
  let counting = 0;
  let fault: string | undefined;
  let at = stretches[0]?.from ?? 0;
  for (const { from, to } of stretches) {
    for (const comment of latin1(bytes, from, to).matchAll(OURS)) {
      const [, id, reason] = comment;
      if (id === ruleId && reason !== undefined) {
        if (counting++ === 0) at = from + comment.index;
      } else if (id === ruleId) fault = `\`leasehold:allow ${ruleId}\` gives no reason, so it does not count`;
      else fault ??= `a comment \`leasehold:allow\` here does not name the rule \`${ruleId}\`, so it does not count`;
    }
  }
  const key = `${ruleId} ${at}`;
  const comments = known.get(key) ?? { counting, fault, beside: new Set(), below: new Set() };
  known.set(key, comments);
  return comments;
}
