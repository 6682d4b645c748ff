/** The variables that leases lay over each other, and how one layer is taken away without disturbing the others. */

/** What one lease set, and what was there before. Kept in the lease's private folder, since values may be credentials. */
export interface EnvironmentLayer {
  /** Milliseconds since the epoch, or just above the layer below when the clock says less; a later layer lies above an earlier one. */
  readonly at: number;
  readonly set: Readonly<Record<string, string>>;
  /** `null`: there was no such variable. */
  readonly previous: Readonly<Record<string, string | null>>;
}

/** What taking a layer away comes to. */
export interface Unlayered {
  /** Variables to set for the steps that follow; `undefined` takes one away. */
  readonly restore: Readonly<Record<string, string | undefined>>;
  /** Layers above that rested on this one, with what they rest on now. */
  readonly rebased: ReadonlyMap<string, EnvironmentLayer>;
  /** Variables that somebody else changed since; left alone. */
  readonly foreign: readonly string[];
}

/**
 * Takes one layer away.
 *
 * A variable is restored only where it still has our value and no later lease rests on it. Where one does, that lease inherits what was there before ours: it must never bring a dead credential back.
 *
 * @param current - the variable as it is now
 * @param others - the layers of the job's other leases, by lease id
 */
export function unlayer(
  layer: EnvironmentLayer,
  current: (name: string) => string | undefined,
  others: ReadonlyMap<string, EnvironmentLayer>,
): Unlayered {
  const restore: Record<string, string | undefined> = {};
  const rebased = new Map<string, EnvironmentLayer>();
  const foreign: string[] = [];
  for (const [name, value] of Object.entries(layer.set)) {
    const before = layer.previous[name] ?? null;
    const above = lowestAbove(layer, name, others);
    if (above) {
      const base = rebased.get(above.id) ?? above.layer;
      rebased.set(above.id, { ...base, previous: { ...base.previous, [name]: before } });
    } else if (current(name) === value) {
      restore[name] = before ?? undefined;
    } else {
      foreign.push(name);
    }
  }
  return { restore, rebased, foreign };
}

/** The earliest of the later layers that set this variable, when it rests on ours. */
function lowestAbove(
  layer: EnvironmentLayer,
  name: string,
  others: ReadonlyMap<string, EnvironmentLayer>,
): { readonly id: string; readonly layer: EnvironmentLayer } | undefined {
  const above = [...others].filter(([, other]) => other.at > layer.at && Object.hasOwn(other.set, name));
  const [lowest] = above.sort(([, a], [, b]) => a.at - b.at);
  return lowest && lowest[1].previous[name] === layer.set[name] ? { id: lowest[0], layer: lowest[1] } : undefined;
}

/** Name of the layer's file in the private folder. */
export const LAYER_FILE = 'environment.json';

/** Prints a layer for the private folder. */
export function printLayer(layer: EnvironmentLayer): string {
  return JSON.stringify(layer);
}

/** Reads what {@link printLayer} wrote; a file that is not a layer is as good as none. */
export function parseLayer(text: string | undefined): EnvironmentLayer | undefined {
  if (text === undefined) return undefined;
  try {
    const layer = JSON.parse(text) as EnvironmentLayer;
    return typeof layer.at === 'number' && layer.set && layer.previous ? layer : undefined;
  } catch {
    return undefined;
  }
}
