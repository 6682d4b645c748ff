/** IAM in memory, for model checks: one role and one managed policy, whose every call waits until a scheduler lets it through. */

import { policySize, readDenyList } from '../deny-list.ts';
import type { Iam, WriteOutcome } from './iam.ts';

/** A job that is killed: nothing of it runs after this. */
export class Killed extends Error {}

/** What a model can be asked and told. */
export interface IamModel {
  /** The port of one job. */
  port(job?: { readonly turn?: () => Promise<void>; readonly killedAtCall?: number }): Iam;
  /** Entries that policies of the role deny now. */
  denied(): ReadonlySet<string>;
  /** Entries that were denied once and are not now, at any time so far. */
  readonly lost: ReadonlySet<string>;
  readonly policies: ReadonlyMap<string, string>;
  readonly versions: readonly { readonly id: string; readonly document: string }[];
}

/** How the model behaves. */
export interface IamModelOptions {
  readonly now: () => number;
  readonly policies?: Readonly<Record<string, string>>;
  /** First version of the managed policy. */
  readonly boundary?: string;
  /** Characters of all inline policies together. */
  readonly limit?: number;
  /** Reads all policies, waits for another turn and writes all of them, as Ceph does. */
  readonly rewritesWhole?: boolean;
}

/** Makes a model. */
export function newIamModel(options: IamModelOptions): IamModel {
  const { now, limit = 10_240, rewritesWhole = false } = options;
  let policies = new Map(Object.entries(options.policies ?? {}));
  let versions = options.boundary === undefined ? [] : [{ id: 'v1', document: options.boundary }];
  let next = 2;
  const ever = new Set<string>();
  const lost = new Set<string>();

  const entriesIn = (documents: Iterable<string>): string[] =>
    [...documents].flatMap((document) => readDenyList(document)?.entries ?? []);
  const denied = (): ReadonlySet<string> =>
    new Set([...entriesIn(policies.values()), ...entriesIn(versions.slice(-1).map((version) => version.document))]);
  /** A boundary's promise is that the log keeps an entry; the default may lag behind. */
  const kept = (): ReadonlySet<string> =>
    new Set([...entriesIn(policies.values()), ...entriesIn(versions.map((version) => version.document))]);
  const watch = (): void => {
    const current = kept();
    for (const entry of current) ever.add(entry);
    for (const entry of ever) if (!current.has(entry)) lost.add(entry);
  };

  const change = async (turn: () => Promise<void>, edit: (copy: Map<string, string>) => void): Promise<WriteOutcome> => {
    const copy = new Map(policies);
    if (rewritesWhole) await turn();
    const target = rewritesWhole ? copy : policies;
    const before = new Map(target);
    edit(target);
    if ([...target.values()].reduce((sum, document) => sum + policySize(document), 0) > limit) {
      if (!rewritesWhole) policies = before;
      return 'full';
    }
    policies = target;
    watch();
    return 'written';
  };

  const port: IamModel['port'] = ({ turn = async () => {}, killedAtCall = Number.POSITIVE_INFINITY } = {}) => {
    let calls = 0;
    const call = async <T>(run: () => T | Promise<T>): Promise<T> => {
      if (++calls > killedAtCall) throw new Killed();
      await turn();
      const result = await run();
      await turn();
      return result;
    };
    return {
      role: () => call(() => ({ roleId: 'AROAMODEL' })),
      policyNames: () => call(() => [...policies.keys()]),
      policy: (name) => call(() => policies.get(name)),
      putPolicy: (name, document) => call(() => change(turn, (copy) => copy.set(name, document))),
      deletePolicy: async (name) => void (await call(() => change(turn, (copy) => copy.delete(name)))),
      versions: () => call(() => versions.map(({ id }, index) => ({ id, isDefault: index === versions.length - 1 }))),
      version: (_arn, id) => call(() => versions.find((version) => version.id === id)?.document),
      createVersion: (_arn, document) =>
        call((): WriteOutcome => {
          if (versions.length >= 5) return 'full';
          versions = [...versions, { id: `v${next++}`, document }];
          watch();
          return 'written';
        }),
      deleteVersion: async (_arn, id) =>
        void (await call(() => {
          if (versions.at(-1)?.id === id) throw new Error('the default version cannot be deleted');
          versions = versions.filter((version) => version.id !== id);
          watch();
        })),
      now,
    };
  };

  return {
    port,
    denied,
    lost,
    get policies() {
      return policies;
    },
    get versions() {
      return versions;
    },
  };
}
