import { describe, expect, test } from 'vitest';
import { acquire } from './acquire.ts';
import { LAYER_FILE, parseLayer } from './environment.ts';
import { CREDENTIAL_FILE } from './publish.ts';
import { newWorld, START } from './test-world.ts';

describe('what is published', () => {
  test('lies under the values that were there before, which the private folder keeps', async () => {
    const world = newWorld();
    world.env.set('BANK_REGION', 'south');
    await acquire(world.ask(), world.parts, world.ports);
    const [, credential] = world.secrets;
    const [folder] = world.folders.values();
    expect(parseLayer(folder?.get(LAYER_FILE))).toEqual({
      at: START,
      set: { BANK_TOKEN: credential, BANK_REGION: 'north' },
      previous: { BANK_TOKEN: null, BANK_REGION: 'south' },
    });
    expect([folder?.get(CREDENTIAL_FILE), Object.fromEntries(world.env)]).toEqual([
      credential,
      { BANK_TOKEN: credential, BANK_REGION: 'north' },
    ]);
  });

  test('by file leaves the credential out of the environment', async () => {
    const world = newWorld();
    await acquire(world.ask({ delivery: 'file' }), world.parts, world.ports);
    const [id] = world.folders.keys();
    expect([Object.fromEntries(world.env), world.folders.get(id ?? '')?.get('token')]).toEqual([
      { BANK_FILE: `/private/${id}/token` },
      world.secrets[1],
    ]);
  });

  test('by output leaves the environment as it was', async () => {
    const world = newWorld();
    await acquire(world.ask({ delivery: 'output' }), world.parts, world.ports);
    expect([Object.fromEntries(world.outputs), world.env.size]).toEqual([{ 'bank-token': world.secrets[1], region: 'north' }, 0]);
  });
});
