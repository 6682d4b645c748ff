/** Scans a file, and what is encoded in it as a layer of its own. */

import { type Choice, type Found, WORTH } from '@leasehold/kernel';
import { wording } from './context/wording.ts';
import type { Layer } from './layer.ts';
import { type LayerPass, newLayerPass, type PassRules } from './layer-pass.ts';
import { withoutOverlaps } from './overlap.ts';
import { withPairs } from './pair.ts';
import { isAddress, newPrefixIndex } from './prefix-index.ts';
import type { RawFinding } from './raw-finding.ts';
import type { SecretRule } from './rule.ts';
import { runChoiceOf } from './run-heads.ts';
import { isClass, TOKEN } from './token-byte.ts';

/** How many layers are taken off: base64 of base64 is read, and no more. */
const DEPTH = 2;
/** Shorter runs hold no encoding. */
const RUN = 16;
/** All that there may be to see in a run. */
const ALL = WORTH.begins | WORTH.encodes | WORTH.escaped | WORTH.named | WORTH.whole;
const NOTHING: readonly RawFinding[] = [];

/** Where a layer is to be looked at. */
export type Spots = (bytes: Uint8Array, each: Found) => void;

/** Where to look in the layer that the file is, and in those within. */
export interface SpotPorts {
  readonly outer: Spots;
  readonly inner: Spots;
}

/** Scans layers by the rules of a catalogue. */
export interface LayerScan {
  /** Scans bytes that are read one byte a character. */
  readonly scan: (bytes: Uint8Array, path: string, ports: SpotPorts) => readonly RawFinding[];
  /** What the kernel that gives the spots may pass over; nothing when it is to tell all. */
  readonly choice: Choice | undefined;
}

/**
 * Readies the scan of layers.
 *
 * A rule with a prefix that cannot be looked for is an InternalError of the first scan.
 */
export function newLayerScan(rules: readonly SecretRule[]): LayerScan {
  const runs = runChoiceOf(rules);
  const choice = runs && rules.findLast(isContextual) ? { ...runs, wording: wording() } : runs;
  let passRules: PassRules | undefined;

  function scan(bytes: Uint8Array, path: string, depth: number, ports: SpotPorts): readonly RawFinding[] {
    // Most files have no spot at all: for those there is nothing to make.
    let pass: LayerPass | undefined;
    const spots = depth === DEPTH ? ports.outer : ports.inner;
    spots(bytes, (anchor, start, end, worth) => {
      passRules ??= passRulesOf(rules);
      pass ??= newLayerPass(bytes, path, passRules, depth > 0);
      pass.spot(anchor, start, end, worth);
    });
    if (pass === undefined) return NOTHING;
    const { findings, layers } = pass;
    const own = findings.length === 0 ? NOTHING : withPairs(bytes, findings);
    const inner = layers.flatMap((layer) => scan(layer.bytes, path, depth - 1, ports).map((finding) => outward(finding, layer)));
    const kept = withoutOverlaps(inner.length === 0 ? own : [...own, ...inner]);
    const unlisted = pass.unlisted();
    return unlisted === 0 ? kept : withUnlisted(kept, unlisted);
  }

  return {
    scan: (bytes, path, ports) => scan(bytes, path, DEPTH, ports),
    choice,
  };
}

/** Readied at the first spot: where there is none, they are not needed. */
function passRulesOf(rules: readonly SecretRule[]): PassRules {
  return {
    words: newPrefixIndex(rules, (prefix) => !isAddress(prefix)),
    addresses: newPrefixIndex(rules, isAddress),
    contextual: new Set(rules.filter(isContextual)),
  };
}

function isContextual({ prefixes }: SecretRule): boolean {
  return prefixes.length === 0;
}

/** Spots for bytes that no kernel looks at: everywhere, and the runs. */
export function everywhere(bytes: Uint8Array, each: Found): void {
  each('armor', 0, bytes.length, 0);
  each('userinfo', 0, bytes.length, 0);
  let from = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (isClass(bytes[at], TOKEN)) continue;
    if (at - from >= RUN) each('run', from, at, ALL);
    from = at + 1;
  }
}

/** Says at the last finding that there are more. */
function withUnlisted(findings: readonly RawFinding[], unlisted: number): readonly RawFinding[] {
  const last = findings.at(-1);
  if (last === undefined) return findings;
  return [...findings.slice(0, -1), { ...last, why: [...last.why, `${unlisted} more in this file are not listed`] }];
}

/** A finding inside a layer, as it stands outside. */
function outward(finding: RawFinding, { encoding, origin }: Layer): RawFinding {
  return {
    ...finding,
    start: origin(finding.start),
    end: origin(finding.end),
    why: [...finding.why, `it stands there in ${encoding}`],
  };
}
