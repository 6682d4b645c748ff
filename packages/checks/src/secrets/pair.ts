/** Ids that are worth something only with their secret: both near each other are one finding, the id alone is information. */

import type { Severity } from '@leasehold/core';
import { publicReason } from './public-values.ts';
import type { RawFinding } from './raw-finding.ts';
import { ALNUM, isClass } from './token-byte.ts';
import { latin1 } from './window.ts';

/** What belongs together. */
interface Pair {
  /** The rule that finds the id, and under which the pair is reported. */
  readonly ruleId: string;
  readonly severity: Severity;
  readonly idName: string;
  readonly secretName: string;
  /** Of the secret, which is spelt in base64. */
  readonly length: number;
}

const PAIRS: readonly Pair[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
  {
    ruleId: 'aws-access-key',
    severity: 'critical',
    idName: 'access key id',
    secretName: 'secret access key',
    length: 40,
  },
];

/** How far apart the two may stand. */
const LINES = 20;
const BYTES = 8192;
/** Random base64 of 40 characters has 4.7 bits a character, give or take 0.2. */
const LEAST_BITS = 4.2;
const NEWLINE = 0x0a;
const PLUS = 0x2b;
const SLASH = 0x2f;

/**
 * Joins ids with their secrets, and makes information of ids that stand alone.
 *
 * @returns the findings in their order; a pair stands where its secret does
 */
export function withPairs(bytes: Uint8Array, findings: readonly RawFinding[]): readonly RawFinding[] {
  return PAIRS.reduce((joined, pair) => withPair(bytes, joined, pair), findings);
}

function withPair(bytes: Uint8Array, findings: readonly RawFinding[], pair: Pair): readonly RawFinding[] {
  const ids = findings.filter((finding) => finding.rule.id === pair.ruleId);
  const joined = new Map<RawFinding, RawFinding>();
  for (let index = 0; index < ids.length; ) {
    // Ids near each other share one survey, so that many of them cost no more than their bytes.
    let behind = index + 1;
    while (behind < ids.length && (ids[behind] as RawFinding).start - (ids[behind - 1] as RawFinding).end < 2 * BYTES) behind++;
    const group = ids.slice(index, behind);
    const area = survey(bytes, (group[0] as RawFinding).start - BYTES, (group.at(-1) as RawFinding).end + BYTES, pair);
    for (const id of group) joined.set(id, join(bytes, id, nearest(id, area), pair));
    index = behind;
  }
  return joined.size === 0 ? findings : findings.map((finding) => joined.get(finding) ?? finding);
}

/** What stands in a part of a file, each in order. */
interface Area {
  readonly newlines: readonly number[];
  /** Where something begins that could be a secret. */
  readonly secrets: readonly number[];
}

function survey(bytes: Uint8Array, from: number, to: number, pair: Pair): Area {
  const newlines: number[] = [];
  const secrets: number[] = [];
  const until = Math.min(bytes.length, to);
  let run = Math.max(0, from);
  for (let at = run; at <= until; at++) {
    const byte = at < until ? bytes[at] : NEWLINE;
    if (isClass(byte, ALNUM) || byte === PLUS || byte === SLASH) continue;
    if (at - run === pair.length && looksSecret(latin1(bytes, run, at))) secrets.push(run);
    if (byte === NEWLINE) newlines.push(at);
    run = at + 1;
  }
  return { newlines, secrets };
}

/** All three kinds of signs, and as many different ones as chance gives. */
function looksSecret(value: string): boolean {
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/[0-9]/.test(value)) return false;
  const counts = new Map<string, number>();
  for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits >= LEAST_BITS;
}

/** The secret that is fewest lines away, the one behind the id before the one in front of it. */
function nearest({ start }: RawFinding, { newlines, secrets }: Area): number | undefined {
  const line = countBelow(newlines, start);
  const place = countBelow(secrets, start);
  let best: number | undefined;
  let least = LINES + 1;
  for (const secret of [secrets[place], secrets[place - 1]]) {
    if (secret === undefined || Math.abs(secret - start) > BYTES) continue;
    const distance = Math.abs(countBelow(newlines, secret) - line);
    if (distance < least) [best, least] = [secret, distance];
  }
  return best;
}

/** How many of the numbers, which are in order, are below another. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function join(bytes: Uint8Array, id: RawFinding, start: number | undefined, pair: Pair): RawFinding {
  if (start === undefined) {
    const why = `without its ${pair.secretName} it opens nothing, and that is not near`;
    return { ...id, tier: 'heuristic', severity: 'info', why: [...id.why, why] };
  }
  const end = start + pair.length;
  const secret = latin1(bytes, start, end);
  const known = publicReason(secret, 0);
  const pairing = { rule: id.rule, start, end, value: `${id.value}:${secret}` };
  if (known !== undefined) return { ...pairing, tier: 'heuristic', severity: 'info', why: [known.why] };
  const why = `the ${pair.idName} on the lines around it and what looks like its ${pair.secretName} belong together`;
  return { ...pairing, tier: 'paired', severity: pair.severity, why: [why, ...id.why] };
}
