import { describe, expect, test } from 'vitest';
import { acquire } from './acquire.ts';
import { parseRecord, printRecord, STATE_KEY } from './record.ts';
import { newWorld } from './test-world.ts';

describe('the record of a lease', () => {
  test('is read as it was printed', async () => {
    const world = newWorld();
    await acquire(world.ask(), world.parts, world.ports);
    const text = world.state.get(STATE_KEY) ?? '';
    expect(printRecord(parseRecord(text))).toBe(text);
  });

  test.each([
    '',
    '{',
    'null',
    '1',
    '[]',
    '{}',
    '{"version":2,"leaseId":"a","expiresAt":1}',
    '{"version":1,"leaseId":7,"expiresAt":1}',
    '{"version":1,"leaseId":"a","expiresAt":"1"}',
  ])('is not `%s`', (text) => {
    expect(() => parseRecord(text)).toThrowCode('ERR_STATE', 'the state that main saved for the post step cannot be read');
  });
});
