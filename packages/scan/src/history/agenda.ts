/** What of a history is gone over, in turns that threads take one after the other, whoever has time. */

import { type ObjectStore, type ObjectType, type PackPlan, planPack, turnsOf } from '@leasehold/git';

/** What is gone over at once. */
export type Turn =
  /** The objects of these types in a stretch of a pack. */
  | { readonly path: string; readonly types: readonly ObjectType[]; readonly from: number; readonly until: number }
  /** Objects that have a file of their own. */
  | { readonly loose: readonly string[] }
  /** What cannot be read without git. */
  | { readonly unread: true };

/** An agenda, as data that can be cloned. */
export interface Agenda {
  /** The messages, if any, come first. */
  readonly turns: readonly Turn[];
  /** How many turns are of nothing but messages; they are for the thread that needs the commits for more. */
  readonly messages: number;
  /** Shared: in its only element, the turn that is to be taken next. */
  readonly next: Int32Array;
  /** By path of the pack; their arrays are shared. */
  readonly plans: readonly { readonly path: string; readonly plan: PackPlan }[];
}

/** A turn of a pack has as much at the least: what takes some fortieth of a second, so that in the end nobody waits long for another. */
const WEIGHT = 1 << 20;
/** Loose objects of a turn. */
const LOOSE = 256;

const MESSAGES: readonly ObjectType[] = ['commit', 'tag'];
const FILES: readonly ObjectType[] = ['blob'];
/** In `OBJECT_TYPES` and `PackPlan.types`, those of which the plan does not know what they are. */
const KNOWN: readonly number[] = [1, 2, 3, 4];

/**
 * Lists all that a store has but its trees.
 *
 * @param weight - bytes of a pack that make a turn
 */
export function newAgenda(store: ObjectStore, weight: number = WEIGHT): Agenda {
  const plans = store.packs.map((pack) => ({ path: pack.path, plan: planPack(pack) }));
  const messages: Turn[] = [];
  const files: Turn[] = [];
  for (const { path, plan } of plans) {
    // Where it takes reading an object to know its type, that is read once for all types.
    const apart = plan.types.every((type) => KNOWN.includes(type));
    if (apart) messages.push(...stretches(path, plan, MESSAGES, weight));
    files.push(...stretches(path, plan, apart ? FILES : [...MESSAGES, ...FILES], weight));
  }
  const ids = [...store.loose()];
  for (let at = 0; at < ids.length; at += LOOSE) files.push({ loose: ids.slice(at, at + LOOSE) });
  if (store.unread.length > 0) files.push({ unread: true });
  const next = new Int32Array(new SharedArrayBuffer(4)).fill(messages.length);
  return { turns: [...messages, ...files], messages: messages.length, next, plans };
}

function stretches(path: string, plan: PackPlan, types: readonly ObjectType[], weight: number): readonly Turn[] {
  const turns = turnsOf(plan, types, weight);
  return turns.slice(1).map((until, at) => ({ path, types, from: turns[at] as number, until }));
}

/** Takes the next turn, which nobody else gets then; undefined when all are taken. */
export function takeTurn({ turns, next }: Agenda): number | undefined {
  const turn = Atomics.add(next, 0, 1);
  return turn < turns.length ? turn : undefined;
}
