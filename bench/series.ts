/** Several things timed in turn, so that a machine whose speed drifts drifts for all of them. */

/** One thing to time. */
export interface Contender {
  readonly name: string;
  /** Does it once, and tells how many milliseconds each of its phases took. */
  readonly once: () => Promise<Readonly<Record<string, number>>>;
}

/** What was measured of one thing. */
export interface Timing {
  readonly name: string;
  /** Milliseconds. */
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Median over rounds of this one over the first one, round by round. */
  readonly ratio: number;
}

/**
 * Times contenders in turn, A B C A B C …, after one round that does not count.
 *
 * @param contenders - the first is what the others are compared with
 * @returns the timings of each phase
 */
export async function timeInTurn(
  contenders: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly Timing[]>> {
  const runs: Readonly<Record<string, number>>[][] = contenders.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, { once }] of contenders.entries()) {
      const phases = await once();
      if (round >= 0) runs[index]?.push(phases);
    }
  }
  const phases = Object.keys(runs[0]?.[0] ?? {});
  return new Map(
    phases.map((phase) => [phase, contenders.map(({ name }, index) => timing(name, phase, runs[index] ?? [], runs[0] ?? []))]),
  );
}

type Runs = readonly Readonly<Record<string, number>>[];

function timing(name: string, phase: string, runs: Runs, reference: Runs): Timing {
  const own = runs.map((run) => run[phase] ?? 0);
  const ratios = own.map((ms, round) => ms / (reference[round]?.[phase] ?? ms));
  return { name, min: Math.min(...own), median: median(own), max: Math.max(...own), ratio: median(ratios) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Prints timings as a table. */
export function timingTable(title: string, timings: readonly Timing[]): string {
  const width = Math.max(...timings.map(({ name }) => name.length));
  const cell = (value: number): string => value.toFixed(1).padStart(8);
  const rows = timings.map(
    (t) => `${t.name.padEnd(width)} ${cell(t.min)} ${cell(t.median)} ${cell(t.max)} ${t.ratio.toFixed(2).padStart(7)}`,
  );
  return [
    title,
    `${''.padEnd(width)} ${['min', 'median', 'max'].map((h) => h.padStart(8)).join(' ')} ${'ratio'.padStart(7)}`,
    ...rows,
  ].join('\n');
}
