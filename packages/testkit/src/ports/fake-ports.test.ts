import { describe, expect, it } from 'vitest';
import { FAULTS } from '../faults/fault.ts';
import { startFaults } from '../faults/faults.ts';
import { listen } from '../loopback.ts';
import { fakePorts } from './fake-ports.ts';

describe('fake ports', () => {
  it('move time by sleeping and by being told, and remember each sleep', async () => {
    const { clock } = fakePorts({ now: 1_000 });
    await clock.sleep(500);
    clock.advance(20);
    expect([clock.now(), clock.sleeps]).toEqual([1_520, [500]]);
  });

  it('collect the log with its levels', () => {
    const { log } = fakePorts();
    log.info('one');
    log.warning('two');
    expect(log.lines).toEqual([
      { level: 'info', line: 'one' },
      { level: 'warning', line: 'two' },
    ]);
    expect(log.text()).toBe('one\ntwo');
  });

  it('give the same bytes for the same seed, well spread', () => {
    expect(fakePorts({ seed: 7 }).random(32)).toEqual(fakePorts({ seed: 7 }).random(32));
    expect(fakePorts({ seed: 7 }).random(32)).not.toEqual(fakePorts({ seed: 8 }).random(32));
    expect(new Set(fakePorts().random(4_096)).size).toBe(256);
  });

  it('remember what went out, also when no answer came', async () => {
    const ports = fakePorts({
      http: async ({ url }) => (url.endsWith('bad') ? Promise.reject(new Error('no')) : { status: 204, headers: {}, body: '' }),
    });
    const request = { method: 'GET', url: 'http://x/good', headers: {}, timeoutMs: 1 } as const;
    await ports.http(request);
    await expect(ports.http({ ...request, url: 'http://x/bad' })).rejects.toThrow('no');
    expect(ports.exchanges.map(({ request: { url }, response }) => [url, response?.status])).toEqual([
      ['http://x/good', 204],
      ['http://x/bad', undefined],
    ]);
  });
});

describe('requests to loopback', () => {
  const request = { method: 'POST', headers: { 'x-a': 'b' }, body: 'hello', timeoutMs: 5_000 } as const;

  it('are sent and answered whole', async () => {
    const server = await listen(async ({ request: incoming, response, body }) => {
      response.writeHead(418, { 'X-Seen': String(incoming.headers['x-a']) }).end(body);
    });
    const answer = await fakePorts().http({ ...request, url: server.url });
    expect(answer).toMatchObject({ status: 418, headers: { 'x-seen': 'b' }, body: 'hello' });
    await server.close();
    await expect(fakePorts().http({ ...request, url: server.url })).rejects.toMatchObject({
      code: 'ERR_UPSTREAM_UNREACHABLE',
      retryable: true,
    });
  });

  it.each([
    ['reset', 5_000, 'ERR_UPSTREAM_UNREACHABLE'],
    ['truncated body', 5_000, 'ERR_UPSTREAM_TRUNCATED'],
    ['hang', 50, 'ERR_UPSTREAM_TIMEOUT'],
  ] as const)('that meet a %s reject as the port says', async (name, timeoutMs, code) => {
    const server = await listen(async ({ response }) => {
      response.end('x'.repeat(100));
    });
    const faults = await startFaults(server.url);
    faults.next(FAULTS[name]);
    await expect(fakePorts().http({ ...request, url: faults.url, timeoutMs })).rejects.toMatchObject({
      name: 'UpstreamError',
      code,
      retryable: true,
    });
    await Promise.all([faults.close(), server.close()]);
  });

  it('are the only ones that a test may make', async () => {
    await expect(fakePorts().http({ ...request, url: 'https://sts.amazonaws.com' })).rejects.toThrow(
      'a test may not call `sts.amazonaws.com`',
    );
  });
});
