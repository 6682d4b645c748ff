/** Finds credentials by what stands around them, where no form of their own tells them. */

import { isBinary } from '../binary.ts';
import { publicReason } from '../public-values.ts';
import type { RawFinding } from '../raw-finding.ts';
import { ruleFor } from './name-rules.ts';
import type { FileKind, Operand } from './operand.ts';
import { newOperandSweep, type OperandSweep } from './operand-sweep.ts';
import { isPolicyPassword } from './policy-password.ts';
import { reasonsFor } from './reasons.ts';
import { HEURISTIC, isWorthScoring, LEAST, oddsOf, sharesOf, VENDOR } from './score.ts';
import { vendorNear } from './vendor-near.ts';

/** From these odds on a finding is told, not only listed. */
const CONTEXTUAL = 1.75;

/** One pass over a file: operators, runs and flags, in order of their start. */
export type ContextSweep = OperandSweep;

/**
 * A sweep over bytes; binary files have nothing to assign.
 *
 * @param path - its end tells what kind of file it is
 * @example newContextSweep(bytes, 'app.env', (finding) => findings.push(finding)).assignment(11, 12)
 */
export function newContextSweep(bytes: Uint8Array, path: string, found: (finding: RawFinding) => void): ContextSweep {
  let binary: boolean | undefined;
  return newOperandSweep(bytes, path, {
    worth: isWorthScoring,
    each(operand, kind) {
      binary ??= isBinary(bytes);
      const finding = binary ? undefined : judge(operand, kind);
      if (finding !== undefined) found(finding);
    },
  });
}

function judge(operand: Operand, kind: FileKind): RawFinding | undefined {
  const odds = oddsOf(operand, kind);
  const made = isPolicyPassword(operand, kind === 'code');
  if (odds < LEAST && !made) return undefined;
  const vendor = vendorNear(operand);
  const sum = vendor === undefined ? odds : odds + VENDOR;
  if (sum < HEURISTIC && !made) return undefined;
  const { start, end, value } = operand;
  const rule = vendor?.rule ?? ruleFor(operand);
  const known = publicReason(value, 0);
  const why = [
    ...(vendor === undefined ? [] : [`it has the length and the signs of a credential of \`${vendor.words[0]}\``]),
    ...reasonsFor(operand, kind, sharesOf(operand, kind)),
    ...(made ? ['it mixes signs as a password must'] : []),
    ...(known === undefined ? [] : [known.why]),
  ];
  if (known !== undefined) return { rule, start, end, value, tier: 'heuristic', severity: 'info', why };
  return { rule, start, end, value, tier: sum < CONTEXTUAL ? 'heuristic' : 'contextual', severity: rule.severity, why };
}
