/** The suites are proved on the smallest adapters that keep their contracts; what breaks a contract is proved to fail by the providers' own tests. */

import {
  ConfigError,
  DeniedError,
  type HttpResponse,
  type IdToken,
  type Platform,
  type Provider,
  Secret,
  UpstreamError,
} from '@leasehold/core';
import { expect, it } from 'vitest';
import { startIssuer } from '../issuer/issuer.ts';
import { listen } from '../loopback.ts';
import { fakePorts } from '../ports/fake-ports.ts';
import { platformSuite } from './platform-suite.ts';
import { providerSuite } from './provider-suite.ts';
import type { ProviderWorld } from './provider-world.ts';

interface BankOptions {
  readonly url: string;
}

/** A provider whose other side keeps a set of live tokens. */
const bank: Provider<BankOptions> = {
  id: 'bank',
  title: 'Bank',
  options: [{ name: 'url', description: 'where the bank is', required: true }],
  outputs: [{ name: 'token', description: 'the token' }],
  trust: { read: () => [], render: () => '' },
  parse(raw) {
    const unknown = Object.keys(raw).find((name) => name !== 'url');
    if (unknown !== undefined) throw new ConfigError(`\`${unknown}\` is not an option`, { code: 'ERR_OPTION' });
    return { url: String(raw.url) };
  },
  audience: () => 'bank',
  describe: ({ url }) => ({ target: url, scope: [] }),
  plan: ({ url }, { leaseId, run, ttl, from }) => ({
    handle: { url, name: `lh-${run.platform}-${run.run}-${run.attempt}-${leaseId}` },
    name: `lh-${run.platform}-${run.run}-${run.attempt}-${leaseId}`,
    ending: { kind: 'revoked', why: 'the bank revokes by name', timeBoxed: false },
    notAfter: (from + ttl) * 1000,
  }),
  async exchange(plan, token, ports) {
    const answer = await ports.http({
      method: 'POST',
      url: `${plan.handle.url}/issue/${plan.name}`,
      headers: { authorization: token.token.reveal() },
      timeoutMs: 5_000,
    });
    if (answer.status === 403) throw new DeniedError('the bank said no', { code: 'ERR_BANK_DENIED' });
    if (answer.status !== 200)
      throw new UpstreamError(`the bank answered ${answer.status}`, { code: 'ERR_BANK', retryable: true, status: answer.status });
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(answer.body));
    return {
      credential: new Secret(answer.body),
      mark: { hash: Buffer.from(digest).toString('base64') },
      expiresAt: plan.notAfter,
      handle: plan.handle,
    };
  },
  deliver: (_handle, credential, folder) => ({
    env: { env: { BANK_TOKEN: credential }, outputs: {}, files: {} },
    file: { env: { BANK_FILE: `${folder}/token` }, outputs: {}, files: { token: credential } },
    output: { env: {}, outputs: { token: credential }, files: {} },
  }),
  async end({ handle, credential, expiresAt }, { http, clock }) {
    const probe = async (): Promise<HttpResponse | undefined> =>
      credential &&
      http({ method: 'GET', url: String(handle.url), headers: { authorization: credential.reveal() }, timeoutMs: 5_000 });
    const before = await probe();
    const answer = await http({ method: 'DELETE', url: `${handle.url}/${handle.name}`, headers: {}, timeoutMs: 5_000 });
    if (answer.status >= 500) {
      return {
        outcome: 'failed',
        kind: 'revoked',
        verified: false,
        detail: 'the bank failed',
        liveUntil: expiresAt,
        code: 'ERR_BANK',
      };
    }
    const after = await probe();
    const verified = before?.status === 200 && after?.status === 401;
    const over = clock.now() >= expiresAt || before?.status === 401;
    return {
      outcome: over ? 'already-dead' : 'ended',
      kind: 'revoked',
      verified,
      detail: verified ? 'revoked and refused' : 'unverified: no probe was possible',
    };
  },
};

async function newBank(): Promise<ProviderWorld> {
  const issuer = await startIssuer();
  const ports = fakePorts();
  const live = new Map<string, string>();
  const failures: number[] = [];
  let count = 0;
  const server = await listen(async ({ request: { method, url = '', headers }, response }) => {
    count += 1;
    const failure = failures.shift();
    const name = url.split('/').at(-1) ?? '';
    if (failure !== undefined) response.writeHead(failure).end('failed');
    else if (method === 'POST') {
      const known = issuer.minted.find((minted) => minted.token === headers.authorization);
      const credential = `bank-${crypto.randomUUID()}`;
      if (known?.audience === 'bank') live.set(name, credential);
      response.writeHead(known?.audience === 'bank' ? 200 : 403).end(credential);
    } else if (method === 'DELETE') response.writeHead(live.delete(name) ? 200 : 404).end();
    else response.writeHead([...live.values()].includes(String(headers.authorization)) ? 200 : 401).end();
  });
  const secrets: string[] = [];
  const mint = async (audience: string): Promise<IdToken> => {
    const token = await issuer.mint({}, { audience });
    secrets.push(token);
    return { token: new Secret(token), issuedAt: 0, expiresAt: 0 };
  };
  return {
    raw: { url: server.url },
    env: {},
    ports,
    mint,
    refused: () => mint('elsewhere'),
    failNext: (status) => failures.push(status),
    alive: async (credential) => [...live.values()].includes(credential.reveal()),
    requestCount: () => count,
    secrets: () => [...secrets, ...live.values()],
    close: () => Promise.all([server.close(), issuer.close()]).then(() => undefined),
  };
}

providerSuite(bank, newBank, { maxName: 64 });

/** A platform in memory. */
function memory(
  state: Map<string, string>,
  folders: Map<string, Map<string, string>>,
  audiences: string[],
  print: (line: string) => void,
): Platform {
  const variables = new Map<string, string>();
  return {
    id: 'memory',
    title: 'Memory',
    run: { platform: 'me', run: '1', attempt: '1' },
    runUrl: undefined,
    idToken: async (audience) => new Secret(`${audience}-${audiences.push(audience)}`),
    mask: (value) => print(`::add-mask::${value}`),
    setOutput: () => undefined,
    exportVariable: (name, value) => (value === undefined ? variables.delete(name) : variables.set(name, value)),
    variable: (name) => variables.get(name),
    remember: (key, value) => state.set(key, value),
    recall: (key) => state.get(key),
    summarize: async () => undefined,
    folder: (id) => ({
      path: `/${id}`,
      async write(name, content) {
        if (!/^[\w-]+$/.test(name)) throw new Error('no such name');
        folders.set(id, (folders.get(id) ?? new Map()).set(name, content));
      },
      read: async (name) => folders.get(id)?.get(name),
      remove: async () => void folders.delete(id),
    }),
    folders: async () => [...folders.keys()],
    record: async () => '/ledger',
  };
}

platformSuite('memory', async () => {
  const [state, folders, audiences, lines]: [Map<string, string>, Map<string, Map<string, string>>, string[], string[]] = [
    new Map(),
    new Map(),
    [],
    [],
  ];
  const make = () => memory(state, folders, audiences, (line) => lines.push(line));
  return {
    platform: make(),
    later: async () => make(),
    audiences: () => audiences,
    printed: () => lines.join('\n'),
    close: async () => undefined,
  };
});

it('the bank keeps what it is told', async () => {
  const world = await newBank();
  await expect(
    world.ports.http({ method: 'GET', url: String(world.raw.url), headers: {}, timeoutMs: 5_000 }),
  ).resolves.toMatchObject({ status: 401 });
  await world.close();
});
