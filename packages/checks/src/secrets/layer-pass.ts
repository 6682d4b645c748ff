/** One pass over one layer: takes the spots in the order of their place, and keeps what the rules find there. */

import { type Anchor, WORTH } from '@leasehold/kernel';
import { type ContextSweep, newContextSweep } from './context/context-sweep.ts';
import { decodePiece, splitRun } from './decoded.ts';
import { touchesEscape, unescapeAround } from './escaped.ts';
import { type Match, newJudge } from './judge.ts';
import type { Layer } from './layer.ts';
import type { PrefixIndex } from './prefix-index.ts';
import type { RawFinding } from './raw-finding.ts';
import type { SecretRule } from './rule.ts';
import { newSweep, type Sweep } from './sweep.ts';

/** A file with more is a list of secrets: the rest is counted. */
const MOST_FINDINGS = 10_000;

/** The prefixes that are looked for, ready for every pass. */
export interface PassRules {
  readonly words: PrefixIndex;
  /** Addresses without a user are everywhere: their rules are asked only where the kernel saw one. */
  readonly addresses: PrefixIndex;
  /** The rules that go by the context. */
  readonly contextual: ReadonlySet<SecretRule>;
}

/** A pass over the bytes of a layer. */
export interface LayerPass {
  /** Takes a spot; of a run, an assignment and a prefix, `worth` says what there is to see in it. */
  spot(anchor: Anchor, start: number, end: number, worth: number): void;
  /** What was found, in the order in which it was. */
  readonly findings: readonly RawFinding[];
  /** How many more there were than are kept. */
  unlisted(): number;
  /** What is encoded in these bytes. */
  readonly layers: readonly Layer[];
}

/**
 * Begins a pass.
 *
 * @param peel - whether what is encoded is to be decoded
 */
export function newLayerPass(
  bytes: Uint8Array,
  path: string,
  { words, addresses, contextual }: PassRules,
  peel: boolean,
): LayerPass {
  const findings: RawFinding[] = [];
  const layers: Layer[] = [];
  const judge = newJudge(bytes, path);
  let unlisted = 0;
  let unescaped = 0;
  let wordsSwept: Sweep | undefined;
  let addressSweep: Sweep | undefined;
  let contextSweep: ContextSweep | undefined;

  const note = (finding: RawFinding | undefined): void => {
    if (finding === undefined) return;
    if (findings.length < MOST_FINDINGS) findings.push(finding);
    else unlisted++;
  };
  const found = (match: Match): void => {
    if (findings.length < MOST_FINDINGS) note(judge(match));
    else unlisted++;
  };

  function wordSweep(): Sweep {
    wordsSwept ??= newSweep(bytes, words, found);
    return wordsSwept;
  }

  const piece = (from: number, to: number, padded: number): void => {
    wordSweep().whole(from, padded);
    const layer = peel ? decodePiece(bytes, from, to) : undefined;
    if (layer !== undefined) layers.push(layer);
  };

  /** Undoes the escapes around what lies between two places, and says whether there were any. */
  function undoEscapes(start: number, end: number): boolean {
    const layer = unescapeAround(bytes, unescaped, start, end);
    if (layer === undefined) return false;
    unescaped = layer.end;
    layers.push(layer);
    return true;
  }

  /** The same for all of a stretch, in as many layers as its length takes. */
  function undoStretch(start: number, end: number): void {
    for (let from = Math.max(start, unescaped); from < end && undoEscapes(from, from); ) from = unescaped;
  }

  function context(): ContextSweep {
    contextSweep ??= newContextSweep(bytes, path, (finding) => {
      if (contextual.has(finding.rule)) note(finding);
    });
    return contextSweep;
  }

  return {
    spot(anchor, start, end, worth) {
      if (anchor === 'head') {
        wordSweep().at(start);
        return;
      }
      if (anchor === 'assignment') {
        if ((worth & WORTH.begins) !== 0) wordSweep().assigned(start, end);
        if (contextual.size > 0) context().assignment(start, end);
        return;
      }
      if (anchor === 'userinfo') {
        addressSweep ??= newSweep(bytes, addresses, found);
        addressSweep.over(start, end);
        return;
      }
      if (anchor === 'escapes') {
        if (peel) undoStretch(start, end);
        return;
      }
      if (anchor === 'prefix') {
        if (contextual.size > 0) context().flag(start, end);
        if ((worth & WORTH.begins) !== 0) wordSweep().at(start);
        return;
      }
      if (anchor !== 'run' || (worth & WORTH.begins) !== 0) wordSweep().joined(start, end);
      if (anchor !== 'run') return;
      if ((worth & WORTH.named) !== 0 && contextual.size > 0) context().run(start, end);
      if ((worth & (WORTH.encodes | WORTH.whole)) !== 0) splitRun(bytes, start, end, piece);
      if (peel && (worth & WORTH.escaped) !== 0 && start >= unescaped && touchesEscape(bytes, start, end))
        undoEscapes(start, end);
    },
    findings,
    unlisted: () => unlisted,
    layers,
  };
}
