import { get } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, listen } from '../loopback.ts';
import { FAULTS } from './fault.ts';
import { type Faults, startFaults } from './faults.ts';

let target: Loopback;
let faults: Faults;
let reached = 0;
const WHOLE = 'the whole answer of the target, long enough to be cut in two';

beforeAll(async () => {
  target = await listen(async ({ request, response, body }) => {
    reached += 1;
    response.setHeader('x-host', request.headers.host ?? '');
    response.end(request.method === 'POST' ? body : WHOLE);
  });
});
afterAll(() => target.close());
beforeEach(async () => {
  reached = 0;
  faults = await startFaults(target.url);
});
afterEach(() => faults.close());

it('passes everything on unchanged without a plan', async () => {
  const answer = await fetch(`${faults.url}/a?b=c`, { method: 'POST', body: 'hello' });
  expect([answer.status, await answer.text(), answer.headers.get('x-host')]).toEqual([200, 'hello', new URL(faults.url).host]);
  expect(faults.log).toMatchObject([{ method: 'POST', target: '/a?b=c', body: 'hello', fault: undefined, status: 200 }]);
});

describe('the fault', () => {
  it.each([
    ['429 with Retry-After', 429, '1', 0],
    ['429 without Retry-After', 429, null, 0],
    ['500', 500, null, 0],
    ['503', 503, null, 0],
    ['503 after the request was done', 503, null, 1],
    ['HTML with 502', 502, null, 0],
    ['HTML instead of an answer', 200, null, 0],
    ['slow drip', 200, null, 1],
  ] as const)('`%s` is answered as %s', async (name, status, retryAfter, asked) => {
    faults.next(FAULTS[name]);
    const answer = await fetch(faults.url);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('retry-after'), reached]).toEqual([status, retryAfter, asked]);
    expect(text === WHOLE).toBe(name === 'slow drip');
    expect(faults.log[0]?.fault).toEqual(FAULTS[name]);
  });

  it.each([
    ['reset', 0],
    ['reset after the request was done', 1],
    ['truncated body', 1],
  ] as const)('`%s` breaks the connection', async (name, asked) => {
    faults.next(FAULTS[name]);
    await expect(fetch(faults.url).then((answer) => answer.text())).rejects.toThrow();
    expect(reached).toBe(asked);
  });

  it.each([
    ['hang', 0],
    ['hang after the request was done', 1],
  ] as const)('`%s` never answers', async (name, asked) => {
    faults.next(FAULTS[name]);
    const request = get(faults.url, () => expect.fail('answered'));
    const broken = new Promise((resolve) => request.on('error', resolve));
    await expect.poll(() => faults.log.length).toBe(1);
    expect(reached).toBe(asked);
    await faults.close();
    expect(await broken).toBeInstanceOf(Error);
  });

  it('`clock an hour ahead` moves the date and nothing else', async () => {
    faults.next(FAULTS['clock an hour ahead']);
    const answer = await fetch(faults.url);
    expect(await answer.text()).toBe(WHOLE);
    expect(Date.parse(answer.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(3_500_000);
  });
});

describe('a plan', () => {
  it('is used as often as it says, then the target answers again', async () => {
    faults.next(FAULTS['500'], { times: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await fetch(faults.url)).status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  it('meets only what it matches, by address or by body', async () => {
    faults.next(FAULTS['503'], { match: 'Action=AssumeRole' });
    const post = (body: string) => fetch(faults.url, { method: 'POST', body }).then((answer) => answer.status);
    expect([await post('Action=GetRole'), await post('Action=AssumeRole'), await post('Action=AssumeRole')]).toEqual([
      200, 503, 200,
    ]);
  });

  it('lets as many pass as it says before it begins', async () => {
    faults.next(FAULTS['500'], { skip: 1 });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await fetch(faults.url)).status);
    expect(statuses).toEqual([200, 500, 200]);
  });

  it('is used in order, and forgotten when it is cleared', async () => {
    faults.next(FAULTS['500']);
    faults.next(FAULTS['503'], { times: 9 });
    expect([(await fetch(faults.url)).status, (await fetch(faults.url)).status]).toEqual([500, 503]);
    faults.clear();
    expect((await fetch(faults.url)).status).toBe(200);
  });
});
