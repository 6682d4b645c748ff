/** A platform in memory, whose every effect is told before it happens. For tests. */

import type { LedgerEvent, Platform } from '@leasehold/core';

/** A platform, and what is to be seen of it from outside. */
export interface Memory {
  readonly platform: Platform;
  readonly events: readonly LedgerEvent[];
  readonly ledger: readonly string[];
  /** What was remembered, each value ever. */
  readonly remembered: readonly string[];
  readonly state: ReadonlyMap<string, string>;
  readonly env: Map<string, string>;
  readonly outputs: ReadonlyMap<string, string>;
  readonly folders: Map<string, Map<string, string>>;
  readonly masks: ReadonlySet<string>;
}

/**
 * Makes a platform.
 *
 * @param happen - hears of every effect before it happens, and may throw instead
 */
export function memoryPlatform(happen: (effect: string) => void, idToken: Platform['idToken']): Memory {
  const state = new Map<string, string>();
  const remembered: string[] = [];
  const env = new Map<string, string>();
  const outputs = new Map<string, string>();
  const folders = new Map<string, Map<string, string>>();
  const masks = new Set<string>();
  const ledger: string[] = [];
  const events: LedgerEvent[] = [];
  const platform: Platform = {
    id: 'memory',
    title: 'Memory',
    run: { platform: 'gh', run: '7812345678', attempt: '1' },
    runUrl: undefined,
    idToken,
    mask(value) {
      happen('mask');
      masks.add(value);
    },
    setOutput(name, value) {
      happen(`output ${name}`);
      outputs.set(name, value);
    },
    exportVariable(name, value) {
      happen(`export ${name}`);
      if (value === undefined) env.delete(name);
      else env.set(name, value);
    },
    variable: (name) => env.get(name),
    remember(key, value) {
      happen(`remember ${value === '' ? 'nothing' : JSON.parse(value).stage}`);
      remembered.push(value);
      state.set(key, value);
    },
    recall: (key) => state.get(key) || undefined,
    summarize: async () => undefined,
    folder: (id) => ({
      path: `/private/${id}`,
      async write(name, content) {
        happen(`write ${name}`);
        folders.set(id, (folders.get(id) ?? new Map<string, string>()).set(name, content));
      },
      async read(name) {
        happen(`read ${name}`);
        return folders.get(id)?.get(name);
      },
      async remove() {
        happen('remove folder');
        folders.delete(id);
      },
    }),
    folders: async () => [...folders.keys()],
    async record(line) {
      const event = JSON.parse(line) as LedgerEvent;
      happen(`record ${event.event}`);
      ledger.push(line);
      events.push(event);
      return '/private/ledger.jsonl';
    },
  };
  return { platform, events, ledger, remembered, state, env, outputs, folders, masks };
}
