/** Handing a credential over: mask, save, publish, in this order, always. */

import { type Delivered, type Issued, type LeaseRecord, type Ports, type Provider, Secret, secretForms } from '@leasehold/core';
import { type EnvironmentLayer, LAYER_FILE, printLayer } from './environment.ts';
import { otherLayers } from './layers.ts';
import type { LeaseParts } from './parts.ts';
import { printRecord, STATE_KEY } from './record.ts';

/** Name of the credential's file in the private folder. */
export const CREDENTIAL_FILE = 'credential.json';

/** A credential that is masked and saved, and not yet handed to anybody. */
export interface Kept {
  /** As it was saved, stage `issued`. */
  readonly record: LeaseRecord;
  readonly delivered: Delivered;
}

/** Masks what an exchange brought, in every form that any delivery has, then saves it for the post step. */
export async function keep<O>(
  planned: LeaseRecord,
  issued: Issued,
  provider: Provider<O>,
  parts: Pick<LeaseParts, 'platform'>,
): Promise<Kept> {
  const { platform } = parts;
  const folder = platform.folder(planned.leaseId);
  const ways = provider.deliver(issued.handle, issued.credential, folder.path);

  for (const secret of secretsOf(Object.values(ways))) for (const form of secretForms(secret)) platform.mask(form);

  const record: LeaseRecord = {
    ...planned,
    stage: 'issued',
    handle: issued.handle,
    expiresAt: issued.expiresAt,
    credential: issued.mark,
  };
  await folder.write(CREDENTIAL_FILE, issued.credential.reveal());
  platform.remember(STATE_KEY, printRecord(record));
  return { record, delivered: ways[planned.delivery] };
}

/**
 * Hands what was kept to the steps that follow.
 *
 * @returns the record as it was saved last, stage `delivered`
 */
export async function publish(
  { record, delivered }: Kept,
  parts: Pick<LeaseParts, 'platform'>,
  ports: Pick<Ports, 'clock'>,
): Promise<LeaseRecord> {
  const { platform } = parts;
  const folder = platform.folder(record.leaseId);
  for (const [name, content] of Object.entries(delivered.files)) await folder.write(name, content.reveal());
  // Above every layer that is there, also when the clock has stood still or was set back since.
  const at = Math.max(
    ports.clock.now(),
    ...[...(await otherLayers(record.leaseId, platform)).values()].map((other) => other.at + 1),
  );
  const layer = layerOf(delivered, (name) => platform.variable(name), at);
  // What was there before is saved before anything is changed, so that a kill in between restores all or nothing to do.
  await folder.write(LAYER_FILE, printLayer(layer));
  for (const [name, value] of Object.entries(layer.set)) platform.exportVariable(name, value);
  for (const [name, value] of Object.entries(delivered.outputs)) platform.setOutput(name, plain(value));

  const done: LeaseRecord = { ...record, stage: 'delivered' };
  platform.remember(STATE_KEY, printRecord(done));
  return done;
}

function layerOf(delivered: Delivered, current: (name: string) => string | undefined, at: number): EnvironmentLayer {
  const set: Record<string, string> = {};
  const previous: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(delivered.env)) {
    set[name] = plain(value);
    previous[name] = current(name) ?? null;
  }
  return { at, set, previous };
}

function plain(value: string | Secret): string {
  return value instanceof Secret ? value.reveal() : value;
}

/** Every secret of every way, each once: a value that is not delivered now may still be printed by a probe or a tool. */
function secretsOf(ways: readonly Delivered[]): ReadonlySet<string> {
  const secrets = new Set<string>();
  for (const way of ways) {
    for (const value of [...Object.values(way.env), ...Object.values(way.outputs)]) {
      if (value instanceof Secret) secrets.add(value.reveal());
    }
  }
  return secrets;
}
