/** Scans a file, and what is encoded in it as a layer of its own. */

import type { Anchor } from '@leasehold/kernel';
import { decodePiece, splitRun } from './decoded.ts';
import { touchesEscape, unescapeAround } from './escaped.ts';
import { newJudge } from './judge.ts';
import type { Layer } from './layer.ts';
import { withoutOverlaps } from './overlap.ts';
import { withPairs } from './pair.ts';
import type { RawFinding } from './raw-finding.ts';
import { armRules, newPrefixIndex } from './resolver.ts';
import type { SecretRule } from './rule.ts';
import { newSweep } from './sweep.ts';
import { isClass, TOKEN } from './token-byte.ts';

/** How many layers are taken off: base64 of base64 is read, and no more. */
const DEPTH = 2;
/** A file with more is a list of secrets: the rest is counted. */
const MOST_FINDINGS = 10_000;
/** Shorter runs hold no encoding. */
const RUN = 16;
const AUTHORITY = '://';

/** Where a layer is to be looked at; without it, everywhere. */
export type Spots = (bytes: Uint8Array, each: (anchor: Anchor, start: number, end: number) => void) => void;

/** Scans bytes that are read one byte a character. */
export type LayerScan = (bytes: Uint8Array, path: string, spots?: Spots) => readonly RawFinding[];

/**
 * Readies the scan of layers.
 *
 * @throws InternalError when a rule has a prefix that cannot be looked for
 */
export function newLayerScan(rules: readonly SecretRule[]): LayerScan {
  const armed = armRules(rules);
  const words = newPrefixIndex(armed, (prefix) => !prefix.startsWith(AUTHORITY));
  // Addresses without a user are everywhere: their rules are asked only where the kernel saw one.
  const addresses = newPrefixIndex(armed, (prefix) => prefix.startsWith(AUTHORITY));

  function scan(bytes: Uint8Array, path: string, depth: number, spots: Spots): readonly RawFinding[] {
    const findings: RawFinding[] = [];
    const judge = newJudge(bytes, path);
    let unlisted = 0;
    const note = (finding: RawFinding | undefined): void => {
      if (finding === undefined) return;
      if (findings.length < MOST_FINDINGS) findings.push(finding);
      else unlisted++;
    };
    const wordSweep = newSweep(bytes, words, (match) => note(judge(match)));
    const addressSweep = newSweep(bytes, addresses, (match) => note(judge(match)));
    const layers: Layer[] = [];
    let unescaped = 0;

    const piece = (from: number, to: number, padded: number): void => {
      wordSweep.whole(from, padded);
      const layer = depth === 0 ? undefined : decodePiece(bytes, from, to);
      if (layer !== undefined) layers.push(layer);
    };

    spots(bytes, (anchor, start, end) => {
      if (anchor === 'assignment') return;
      if (anchor === 'userinfo') {
        addressSweep.over(start, end);
        return;
      }
      wordSweep.joined(start, end);
      if (anchor !== 'run') return;
      splitRun(bytes, start, end, piece);
      if (depth === 0) return;
      if (start < unescaped || !touchesEscape(bytes, start, end)) return;
      const layer = unescapeAround(bytes, unescaped, start, end);
      if (layer === undefined) return;
      unescaped = layer.end;
      layers.push(layer);
    });

    const own = withPairs(bytes, findings);
    const inner = layers.flatMap((layer) =>
      scan(layer.bytes, path, depth - 1, everywhere).map((finding) => outward(finding, layer)),
    );
    const kept = withoutOverlaps(inner.length === 0 ? own : [...own, ...inner]);
    return unlisted === 0 ? kept : withUnlisted(kept, unlisted);
  }

  return (bytes, path, spots = everywhere) => scan(bytes, path, DEPTH, spots);
}

/** The spots of bytes that no kernel has seen: all of them, and their runs. */
function everywhere(bytes: Uint8Array, each: (anchor: Anchor, start: number, end: number) => void): void {
  each('prefix', 0, bytes.length);
  each('userinfo', 0, bytes.length);
  let from = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (isClass(bytes[at], TOKEN)) continue;
    if (at - from >= RUN) each('run', from, at);
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
