import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileCommands, startIssuer } from '@leasehold/testkit';
import { type PlatformWorld, platformSuite } from '@leasehold/testkit/suites';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { github, isGithub } from './github.ts';
import { nodeHttp } from './node-http.ts';
import { systemClock } from './node-ports.ts';

const ports = { http: nodeHttp({}), clock: systemClock };
const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;

let temp = '';
let printed = '';
// `@actions/core` reads the environment and prints on its own account, so both are this process's; they are put back after each test.
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'leasehold-'));
  for (const name of FILES) {
    await writeFile(join(temp, name), '');
    vi.stubEnv(name, join(temp, name));
  }
  vi.stubEnv('RUNNER_TEMP', join(temp, '_temp'));
  vi.stubEnv('GITHUB_RUN_ID', '7812345678');
  vi.stubEnv('GITHUB_RUN_ATTEMPT', '2');
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  delete process.env.LEASE_SUITE;
  await rm(temp, { recursive: true, force: true });
});

const fileOf = async (name: (typeof FILES)[number]): Promise<string> => readFile(join(temp, name), 'utf8');

async function newWorld(): Promise<PlatformWorld> {
  const issuer = await startIssuer();
  vi.stubEnv('ACTIONS_ID_TOKEN_REQUEST_URL', issuer.requestUrl);
  vi.stubEnv('ACTIONS_ID_TOKEN_REQUEST_TOKEN', issuer.requestToken);
  return {
    platform: github(process.env, ports),
    async later() {
      // The runner gives a post step what its main saved, as variables.
      for (const [key, value] of Object.entries(readFileCommands(await fileOf('GITHUB_STATE')).values))
        vi.stubEnv(`STATE_${key}`, value);
      return github(process.env, ports);
    },
    audiences: () => issuer.minted.map(({ audience }) => audience),
    printed: () => printed,
    close: () => issuer.close(),
  };
}

platformSuite('github', newWorld);

describe('a job on GitHub Actions', () => {
  it.each([
    [{ GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '1' }, true],
    [{ GITHUB_ACTIONS: 'true' }, false],
    [{ GITHUB_ACTIONS: 'false', GITHUB_RUN_ID: '1' }, false],
    [{ GITHUB_RUN_ID: '1' }, false],
    [{}, false],
  ])('%j is recognised: %s', (env, answer) => {
    expect(isGithub(env)).toBe(answer);
  });

  it('has an address for people', () => {
    const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/site', GITHUB_RUN_ID: '7' };
    expect(github(env, ports)).toMatchObject({
      run: { platform: 'gh', run: '7', attempt: '1' },
      runUrl: 'https://github.com/acme/site/actions/runs/7',
    });
    expect(github({}, ports)).toMatchObject({ run: { platform: 'gh', run: '0', attempt: '1' }, runUrl: undefined });
  });

  it('without `id-token: write` gets no token, and hears what to write', async () => {
    await expect(github({}, ports).idToken('a')).rejects.toThrowCode('ERR_ID_TOKEN_PERMISSION');
  });

  it('sets outputs of any shape through the runner’s file, and prints none of them', async () => {
    const value = ['one', 'two=<<EOF', '::set-output::three'].join('\n');
    github(process.env, ports).setOutput('token', value);
    expect(readFileCommands(await fileOf('GITHUB_OUTPUT'))).toEqual({ values: { token: value }, error: undefined });
    expect(printed).toBe('');
  });

  it('takes a variable away as far as the runner can', async () => {
    const platform = github(process.env, ports);
    platform.exportVariable('LEASE_SUITE', 'value');
    platform.exportVariable('LEASE_SUITE', undefined);
    expect([readFileCommands(await fileOf('GITHUB_ENV')).values, printed]).toEqual([{ LEASE_SUITE: '' }, '']);
  });

  it('adds to the summary, when there is one', async () => {
    await github(process.env, ports).summarize('# one');
    await github(process.env, ports).summarize('# two');
    await github({}, ports).summarize('# nowhere');
    expect(await fileOf('GITHUB_STEP_SUMMARY')).toBe('# one\n# two\n');
  });

  it('writes its ledger where it is told, for this user only', async () => {
    const path = join(temp, 'deep', 'ledger.jsonl');
    const platform = github(process.env, ports, path);
    expect([await platform.record('{"event":"requested"}'), await platform.record('{"event":"issued"}')]).toEqual([path, path]);
    expect(await readFile(path, 'utf8')).toBe('{"event":"requested"}\n{"event":"issued"}\n');
    const modes = [await stat(path), await stat(join(temp, 'deep'))].map(({ mode }) => (mode & 0o777).toString(8));
    expect(modes).toEqual(['600', '700']);
    expect(await github(process.env, ports).record('{}')).toBe(join(temp, '_temp', 'leasehold-ledger.jsonl'));
  });

  it('finds no lease in what else lies beside the private folders', async () => {
    const platform = github(process.env, ports);
    expect(await platform.folders()).toEqual([]);
    await platform.folder('k3x9qabc123def').write('a', 'x');
    await mkdir(join(temp, '_temp', 'leasehold', '.hidden'));
    await writeFile(join(temp, '_temp', 'leasehold', 'file'), 'x');
    expect(await platform.folders()).toEqual(['k3x9qabc123def']);
  });
});
