/** Fits the scorer to labelled lines. */

import { features } from '../../packages/checks/src/secrets/context/features.ts';
import { isPlain } from '../../packages/checks/src/secrets/context/letters.ts';
import { isPolicyPassword } from '../../packages/checks/src/secrets/context/policy-password.ts';
import { HEURISTIC, VENDOR } from '../../packages/checks/src/secrets/context/score.ts';
import { vendorNear } from '../../packages/checks/src/secrets/context/vendor-near.ts';
import { standsApart } from './labelled-lines.ts';
import type { LetterTables } from './letter-counts.ts';
import { dot, fitLogistic, type Observation } from './logistic.ts';
import type { SeenLine } from './seen-line.ts';

/** What is fitted. */
export interface Model {
  readonly tables: LetterTables;
  readonly weights: ReadonlyMap<string, number>;
}

/** Of the squared weights. */
const PENALTY = 2;
/** A line with a credential says not which of its values is one: the likeliest, as the round before has it. */
const ROUNDS = 4;

/** Fits to all lines but the unclear ones and those that stand apart. */
export function fitModel(lines: readonly SeenLine[], tables: LetterTables): Model {
  const { letters } = tables;
  const names = new Map<string, number>([['always', 0]]);
  const samples = lines
    .filter(({ labelled }) => labelled.label !== 'X' && !standsApart(labelled))
    .map(({ labelled, operands }) => ({
      outcome: labelled.label === 'T' ? (1 as const) : (0 as const),
      rows: operands
        .filter(([{ value }]) => !isPlain(value, letters))
        .map(([operand, kind]) => {
          const row = { indices: [] as number[], amounts: [] as number[] };
          features(operand, kind, letters, (feature, amount = 1) => {
            if (amount === 0) return;
            if (!names.has(feature)) names.set(feature, names.size);
            row.indices.push(names.get(feature) as number);
            row.amounts.push(amount);
          });
          return row;
        }),
    }))
    .filter(({ rows }) => rows.length > 0);
  let weights: Float64Array = new Float64Array(names.size);
  for (let round = 0; round < ROUNDS; round++) {
    const observations: Observation[] = samples.flatMap(({ outcome, rows }) => {
      if (outcome === 0 || round === 0) return rows.map((row) => ({ ...row, outcome, weight: 1 }));
      const best = rows.reduce((one, other) =>
        dot(weights, other.indices, other.amounts) > dot(weights, one.indices, one.amounts) ? other : one,
      );
      return [{ ...best, outcome, weight: 1 }];
    });
    weights = fitLogistic(observations, names.size, PENALTY);
  }
  return { tables, weights: new Map([...names].map(([name, index]) => [name, weights[index] as number])) };
}

/** The greatest of the odds that a model gives to the operands of a line, as a logarithm. */
export function oddsOf({ operands }: SeenLine, { tables, weights }: Model): number {
  const { letters } = tables;
  let most = Number.NEGATIVE_INFINITY;
  for (const [operand, kind] of operands) {
    if (isPlain(operand.value, letters)) continue;
    let sum = vendorNear(operand) === undefined ? 0 : VENDOR;
    features(operand, kind, letters, (feature, amount = 1) => {
      sum += (weights.get(feature) ?? 0) * amount;
    });
    most = Math.max(most, isPolicyPassword(operand, kind === 'code') ? HEURISTIC : sum, sum);
  }
  return most;
}
