import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Issuer, startIssuer } from '../issuer/issuer.ts';
import { readFileCommands } from './file-commands.ts';
import { type Job, startJob } from './job.ts';
import { visibleLog } from './log-commands.ts';
import { runAction } from './run-action.ts';

let issuer: Issuer;
let job: Job;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
beforeEach(async () => {
  job = await startJob({ issuer, env: { STAGE: 'test' } });
});
afterEach(() => job.close());

const FILE =
  "import { appendFileSync } from 'node:fs';\nconst tell = (file, text) => appendFileSync(process.env[file], text + '\\n');\n";

/** Writes the bundle of a small action. */
async function bundle(name: string, source: string): Promise<string> {
  const path = join(job.folders.root, `${name}.mjs`);
  await writeFile(path, FILE + source);
  return path;
}

describe('a job', () => {
  it('gives a step the environment of a runner and nothing of ours', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ours');
    vi.stubEnv('HTTPS_PROXY', 'http://ours');
    const main = await bundle('main', 'console.log(JSON.stringify(process.env));');
    const { stdout } = await job.step({ entry: { main }, inputs: { 'revoker-role': 'r', 'two words': 'w' } });
    vi.unstubAllEnvs();
    const env = JSON.parse(stdout) as Record<string, string>;
    expect(env).toMatchObject({
      STAGE: 'test',
      'INPUT_REVOKER-ROLE': 'r',
      INPUT_TWO_WORDS: 'w',
      GITHUB_RUN_ID: issuer.claims.run_id,
      GITHUB_WORKSPACE: job.folders.workspace,
      RUNNER_TEMP: job.folders.temp,
      ACTIONS_ID_TOKEN_REQUEST_URL: issuer.requestUrl,
    });
    expect(Object.keys(env).filter((name) => /^(?:AWS_|HTTPS?_PROXY|NODE_|npm_|VITEST)/i.test(name))).toEqual([]);
  });

  it('hands state to post, and variables and paths to the steps that follow', async () => {
    const main = await bundle(
      'main',
      "tell('GITHUB_STATE', 'lease<<E\\none\\ntwo\\nE'); tell('GITHUB_ENV', 'A=1'); tell('GITHUB_ENV', 'NODE_OPTIONS=x'); tell('GITHUB_PATH', '/added'); tell('GITHUB_OUTPUT', 'id=7'); tell('GITHUB_STEP_SUMMARY', '# done'); tell('GITHUB_ENV', 'GITHUB_RUN_ID=9');",
    );
    const post = await bundle('post', "console.log(process.env.STATE_lease, process.env['INPUT_X'], process.env.A);");
    const ran = await job.step({ entry: { main, post }, inputs: { x: 'kept' } });
    expect(ran).toMatchObject({ code: 0, outputs: { id: '7' }, state: { lease: 'one\ntwo' } });
    expect(ran.fileErrors).toEqual(["Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command."]);
    const plain = await job.run('echo "$A|$(echo "$PATH" | cut -d: -f1)|$GITHUB_RUN_ID|$(printenv NODE_OPTIONS || echo none)"');
    expect(plain.stdout).toBe(`1|/added|${issuer.claims.run_id}|none\n`);
    const [posted] = await job.finish();
    expect(posted?.stdout).toBe('one\ntwo kept 1\n');
    expect(job.summary).toBe('# done\n');
  });

  it('runs posts last in, first out, after failures too, and once', async () => {
    const post = await bundle('post', "console.log(process.env.INPUT_N); tell('GITHUB_ENV', 'N=' + process.env.INPUT_N);");
    const main = await bundle('main', 'process.exitCode = Number(process.env.INPUT_N);');
    const codes = [];
    for (const n of ['0', '3']) codes.push((await job.step({ entry: { main, post }, inputs: { n } })).code);
    expect(codes).toEqual([0, 3]);
    expect((await job.finish()).map((ran) => ran.stdout)).toEqual(['3\n', '0\n']);
    expect([job.env.N, await job.finish()]).toEqual(['0', []]);
  });

  it('fails a plain step at its first failing command', async () => {
    expect(await job.run('false | true\necho never')).toMatchObject({ code: 1, stdout: '' });
  });

  it('hides in the log what was masked, from the mask on', async () => {
    await job.run('echo before s3cr%t; echo "::add-mask::s3cr%25t%0Aline two"; echo after s3cr%t; echo line two >&2');
    expect(job.log).toBe('before s3cr%t\nafter ***\n***\n');
  });

  it('leaves no folder behind', async () => {
    const other = await startJob();
    await other.close();
    await expect(writeFile(join(other.folders.root, 'x'), '')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('has no ID token without an issuer', async () => {
    const other = await startJob();
    expect((await other.run('env')).stdout).not.toContain('ACTIONS_ID_TOKEN');
    await other.close();
  });
});

describe('a kill', () => {
  const entryOf = async () => ({
    main: await bundle(
      'main',
      "tell('GITHUB_STATE', 'stage=planned'); console.log('::add-mask::hidden'); console.log('now'); setInterval(() => {}, 1000);",
    ),
    post: await bundle('post', 'console.log(process.env.STATE_stage);'),
  });

  it.each([
    ['text', 'now', undefined, 'SIGKILL'],
    ['a pattern', /^now$/m, 'SIGTERM', 'SIGTERM'],
  ] as const)('after %s ends main, and post still gets the state', async (_what, killAfter, signal, expected) => {
    const run = await runAction({ entry: await entryOf(), killAfter, ...(signal && { signal }) });
    expect(run.main).toMatchObject({ code: null, signal: expected, masks: ['hidden'], state: { stage: 'planned' } });
    expect(run.post?.stdout).toBe('planned\n');
  });

  it('after something that happened elsewhere', async () => {
    const main = await bundle('main', `await fetch('${issuer.url}/jwks-never'); setInterval(() => {}, 1000);`);
    const happened = Promise.withResolvers<void>();
    const running = runAction({ entry: { main }, killAfter: happened.promise });
    happened.resolve();
    expect((await running).main.signal).toBe('SIGKILL');
  });
});

describe('an action in a job of its own', () => {
  it('can be used between main and post', async () => {
    const main = await bundle('main', "tell('GITHUB_ENV', 'TOKEN=t'); tell('GITHUB_OUTPUT', 'a=b');");
    let seen = '';
    const run = await runAction({
      entry: { main },
      env: { STAGE: 'x' },
      between: async (own) => {
        seen = (await own.run('echo "$TOKEN$STAGE"')).stdout;
      },
    });
    expect([seen, run.outputs, run.post, run.env.TOKEN]).toEqual(['tx\n', { a: 'b' }, undefined, 't']);
  });
});

describe('file commands', () => {
  it.each([
    ['a=1\nb=x=y\n', { a: '1', b: 'x=y' }, undefined],
    ['a<<E\nE\n', { a: '' }, undefined],
    ['a<<E\r\none\r\ntwo\r\nE\r\n', { a: 'one\ntwo' }, undefined],
    ['a=x<<y\n', { a: 'x<<y' }, undefined],
    ['a=1\na=2', { a: '2' }, undefined],
    ['a=1\nb<<E\nopen', { a: '1' }, "Invalid value. Matching delimiter not found 'E'"],
    ['a=1\nnonsense', { a: '1' }, "Invalid format 'nonsense'"],
    ['=1', {}, "Invalid format '=1'. Name must not be empty"],
  ])('of %j are read as the runner reads them', (text, values, error) => {
    expect(readFileCommands(text)).toEqual({ values, error });
  });
});

it('a mask inside another one leaves no rest', () => {
  expect(visibleLog('abcdef', ['cd', 'abcdef'])).toBe('***');
});
