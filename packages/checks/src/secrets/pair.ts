/** Joins the halves of pairs: both near each other are one finding, an id alone is information. */

import type { Pair, PartnerForm } from './pairs/pair.ts';
import { PAIRS } from './pairs/pair-table.ts';
import { type Area, type Partner, surveyPartners } from './pairs/partner-survey.ts';
import { publicReason } from './public-values.ts';
import type { RawFinding } from './raw-finding.ts';

/** How far apart the two may stand. */
const LINES = 20;
const BYTES = 8192;
/** On its line or the next, what has no name counts too. */
const BESIDE = 1;
/** What the ids of a kind have in common. */
const PREFIX = 4;

const BY_RULE: ReadonlyMap<string, Pair> = new Map(PAIRS.map((pair) => [pair.ruleId, pair]));

/** The rules of the other halves. */
const PARTNERS: ReadonlySet<PartnerForm | string> = new Set(PAIRS.map(({ partner }) => partner));

/** Tells whether what stands up to 20 lines and 8 KB around a finding may complete or change it: either half of a pair, found with the other or without. */
export function isHalf({ rule }: RawFinding): boolean {
  return BY_RULE.has(rule.id) || PARTNERS.has(rule.id);
}

/**
 * Joins halves that stand near each other, and makes information of ids that stand alone.
 *
 * @returns the findings in their order; a pair stands where its secret does
 */
export function withPairs(bytes: Uint8Array, findings: readonly RawFinding[]): readonly RawFinding[] {
  const ruleIds = new Set(findings.map(({ rule }) => rule.id).filter((id) => BY_RULE.has(id)));
  if (ruleIds.size === 0) return findings;
  const joined = new Map<RawFinding, RawFinding>();
  for (const ruleId of ruleIds) {
    const ids = findings.filter(({ rule }) => rule.id === ruleId);
    joinAll(bytes, ids, findings, BY_RULE.get(ruleId) as Pair, joined);
  }
  return withoutGuesses(findings, joined).map((finding) => joined.get(finding) ?? finding);
}

/** The half that a pair has left is told with it: leaves out what was guessed there from its name. */
function withoutGuesses(findings: readonly RawFinding[], joined: ReadonlyMap<RawFinding, RawFinding>): readonly RawFinding[] {
  const left = new Set([...joined].filter(([half, pair]) => pair.start !== half.start).map(([half]) => half.start));
  return left.size === 0 ? findings : findings.filter(({ rule, start }) => rule.prefixes.length > 0 || !left.has(start));
}

function joinAll(
  bytes: Uint8Array,
  unsorted: readonly RawFinding[],
  findings: readonly RawFinding[],
  pair: Pair,
  joined: Map<RawFinding, RawFinding>,
): void {
  const ids = unsorted.toSorted((a, b) => a.start - b.start);
  for (let index = 0; index < ids.length; ) {
    // Ids near each other share one survey, so that many of them cost no more than their bytes.
    let behind = index + 1;
    while (behind < ids.length && (ids[behind] as RawFinding).start - (ids[behind - 1] as RawFinding).end < 2 * BYTES) behind++;
    const group = ids.slice(index, behind);
    const area = areaOf(bytes, (group[0] as RawFinding).start - BYTES, (group.at(-1) as RawFinding).end + BYTES, findings, pair);
    for (const id of group) joined.set(id, join(id, nearest(id, area, pair), pair));
    index = behind;
  }
}

function areaOf(bytes: Uint8Array, from: number, to: number, findings: readonly RawFinding[], { partner }: Pair): Area {
  if (typeof partner !== 'string') return surveyPartners(bytes, from, to, partner);
  const partners = findings
    .filter(({ rule, start }) => rule.id === partner && start >= from && start < to)
    .map(({ start, end, value, rule }) => ({ start, end, value, rule, named: true }))
    .sort((a, b) => a.start - b.start);
  if (partners.length === 0) return { newlines: [], partners, named: [] };
  const newlines: number[] = [];
  const until = Math.min(to, bytes.length);
  for (let at = bytes.indexOf(0x0a, Math.max(0, from)); at >= 0 && at < until; at = bytes.indexOf(0x0a, at + 1))
    newlines.push(at);
  return { newlines, partners, named: partners };
}

/** The partner that is fewest lines away, the one behind the id before the one in front of it. */
function nearest(id: RawFinding, { newlines, partners, named }: Area, { partner }: Pair): Partner | undefined {
  const pick = (some: readonly Partner[], lines: number): Partner | undefined => {
    const line = countBelow(newlines, id.start, itself);
    const place = countBelow(some, id.start, startOf);
    let best: Partner | undefined;
    let least = lines + 1;
    // An id of the length of its secret is not its own.
    const behind = some[place] !== undefined && some[place].start < id.end ? place + 1 : place;
    for (const other of [some[behind], some[place - 1]]) {
      if (other === undefined || Math.abs(other.start - id.start) > BYTES) continue;
      const distance = Math.abs(countBelow(newlines, other.start, itself) - line);
      if (distance < least) [best, least] = [other, distance];
    }
    return best;
  };
  if (typeof partner === 'string' || !partner.named) return pick(partners, LINES);
  return pick(partners, BESIDE) ?? pick(named, LINES);
}

const itself = (number: number): number => number;
const startOf = ({ start }: Partner): number => start;

/** How many of the items, which are in order of their place, are below a limit. */
function countBelow<T>(items: readonly T[], limit: number, placeOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(items[middle] as T) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function join(half: RawFinding, partner: Partner | undefined, pair: Pair): RawFinding {
  if (partner === undefined) {
    if (pair.secretFirst) return half;
    const why = `without its ${pair.partnerName} it opens nothing, and that is not near`;
    return { ...half, tier: 'heuristic', severity: 'info', why: [...half.why, why] };
  }
  const place = pair.secretFirst && typeof pair.partner !== 'string' ? half : partner;
  const pairing = {
    rule: partner.rule ?? half.rule,
    start: place.start,
    end: place.end,
    value: `${half.value}:${partner.value}`,
  };
  // People put any secret beside the id of a documentation.
  const known = publicReason(partner.value, 0) ?? publicReason(half.value, PREFIX);
  if (known !== undefined) return { ...pairing, tier: 'heuristic', severity: 'info', why: [known.why] };
  const why = `the ${pair.name} on the lines around it and what looks like its ${pair.partnerName} belong together`;
  return { ...pairing, tier: 'paired', severity: pair.severity, why: [why, ...half.why] };
}
