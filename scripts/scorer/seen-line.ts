/** Runs the engine over labelled lines. */

import { openKernel } from '@leasehold/kernel';
import { RULES, SHORT_PREFIXES } from '../../packages/checks/src/secrets/catalogue.ts';
import type { FileKind, Operand } from '../../packages/checks/src/secrets/context/operand.ts';
import { newOperandSweep } from '../../packages/checks/src/secrets/context/operand-sweep.ts';
import { newScanner } from '../../packages/checks/src/secrets/scanner.ts';
import type { LabelledLine } from './labelled-lines.ts';

/** A line with what the engine sees in it. */
export interface SeenLine {
  readonly labelled: LabelledLine;
  /** A rule finds something in it that does not go by the context. */
  readonly found: boolean;
  readonly operands: readonly (readonly [Operand, FileKind])[];
}

/** Looks at each line as a file of its own. */
export function seeLines(lines: readonly LabelledLine[]): readonly SeenLine[] {
  const kernel = openKernel(SHORT_PREFIXES);
  const scanner = newScanner(
    openKernel(SHORT_PREFIXES),
    RULES.filter(({ prefixes }) => prefixes.length > 0),
  );
  const encoder = new TextEncoder();
  return lines.map((labelled) => {
    const bytes = encoder.encode(labelled.line);
    const operands: (readonly [Operand, FileKind])[] = [];
    const sweep = newOperandSweep(bytes, labelled.path, {
      // What is worth it, the letters tell, which each fit counts anew.
      worth: () => true,
      each: (operand, kind) => operands.push([operand, kind]),
    });
    kernel.room(bytes.length).set(bytes);
    kernel.scan(bytes.length, (anchor, start, end) => {
      if (anchor === 'assignment') sweep.assignment(start, end);
      else if (anchor === 'run') sweep.run(start, end);
      else if (anchor === 'prefix') sweep.flag(start, end);
    });
    const findings = scanner.scan(bytes, labelled.path);
    return { labelled, found: findings.some(({ rule }) => rule.prefixes.length > 0), operands };
  });
}
