import { type HttpResponse, Secret } from '@leasehold/core';
import { expect, test } from 'vitest';
import { requestIdToken } from './id-token.ts';

const endpoint = { url: 'https://runner.example/token?api-version=2.0', bearer: new Secret('bearer-of-the-job') };
const clock = { now: () => Date.UTC(2026, 10, 24), sleep: () => Promise.resolve() };
const answering = (response: Partial<HttpResponse>): Parameters<typeof requestIdToken>[2] => ({
  clock,
  http: () => Promise.resolve({ status: 200, headers: {}, body: '', ...response }),
});

test('the audience is added to the query that the runner gave', async () => {
  const seen: string[] = [];
  const http: Parameters<typeof requestIdToken>[2]['http'] = (request) => {
    seen.push(request.url);
    return Promise.resolve({ status: 200, headers: {}, body: '{"value":"header.payload.signature"}' });
  };
  const token = await requestIdToken(endpoint, 'https://a.example/?x&y', { http, clock });
  expect(token.reveal()).toBe('header.payload.signature');
  expect(seen).toEqual(['https://runner.example/token?api-version=2.0&audience=https%3A%2F%2Fa.example%2F%3Fx%26y']);
});

test.each([[{ url: undefined, bearer: endpoint.bearer }], [{ url: endpoint.url, bearer: undefined }]])(
  'without the runner’s offer the permission is named, before any request',
  async (offer) => {
    await expect(requestIdToken(offer, 'a', answering({}))).rejects.toMatchObject({
      name: 'ConfigError',
      code: 'ERR_ID_TOKEN_PERMISSION',
      help: expect.stringContaining('id-token: write'),
    });
  },
);

test.each([
  [{ status: 429, headers: { 'retry-after': '7' } }, 'ERR_ID_TOKEN_UNAVAILABLE', true, 7_000],
  [{ status: 429 }, 'ERR_ID_TOKEN_UNAVAILABLE', true, undefined],
  [{ status: 503 }, 'ERR_ID_TOKEN_UNAVAILABLE', true, undefined],
  [{ status: 400, body: "Can't issue ID_TOKEN for job in 'Completed' state" }, 'ERR_ID_TOKEN_REFUSED', false, undefined],
  [{ status: 200, body: '<html>' }, 'ERR_ID_TOKEN_ANSWER', true, undefined],
  [{ status: 200, body: '{"value":""}' }, 'ERR_ID_TOKEN_ANSWER', true, undefined],
  [{ status: 200, body: 'null' }, 'ERR_ID_TOKEN_ANSWER', true, undefined],
])('the answer %j is %s', async (response, code, retryable, retryAfterMs) => {
  await expect(requestIdToken(endpoint, 'a', answering(response))).rejects.toMatchObject({ code, retryable, retryAfterMs });
});
