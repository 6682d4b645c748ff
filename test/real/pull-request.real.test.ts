/** The built step on the checkouts of jobs, in front of a forge that speaks HTTP, asks who is there, and fails as forges fail. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type ActionRun, githubClaims, runAction, secretSearch } from '@leasehold/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../repository.ts';
import { type Forge, openForge, type Persisted } from './forge.ts';
import type { Mood } from './git-server.ts';

const ENTRY = { main: join(ROOT, 'actions/secret-lint/dist/main.js') };
const MERGE = 'refs/remotes/pull/7/merge';

let forge: Forge;
beforeAll(async () => {
  forge = await openForge();
});
afterAll(() => forge?.[Symbol.asyncDispose]());
afterEach(() => {
  forge.server.mood = 'well';
  forge.server.modern = true;
  forge.configure('uploadpack.allowAnySHA1InWant', 'true');
  forge.configure('uploadpack.allowFilter', 'true');
});

/** What the payload of an event says of the commits. */
function payload(event: string): object {
  const { base, head, merge, later, pushed, forced } = forge.commits;
  const repository = { default_branch: 'main' };
  switch (event) {
    case 'push':
      return { ref: 'refs/heads/topic', before: later, after: forced, forced: false, commits: [{}], repository };
    case 'forced push':
      return { ref: 'refs/heads/topic', before: pushed, after: forced, forced: true, commits: [{}], repository };
    case 'merge_group':
      return {
        merge_group: {
          head_sha: merge,
          head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
          base_sha: later,
          base_ref: 'refs/heads/main',
        },
      };
    default:
      return { pull_request: { number: 7, commits: 2, head: { sha: head, ref: 'fix' }, base: { sha: base, ref: 'main' } } };
  }
}

/** Runs the step, and expects that it changes nothing of the checkout and shows nothing that is secret. */
async function step(event: string, workspace: string, env: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const git = (...words: readonly string[]): string => execFileSync('git', words, { cwd: workspace, encoding: 'utf8' });
  const state = (): readonly string[] => [
    git('status', '--short', '--branch'),
    git('config', '--list'),
    git('count-objects', '-v'),
  ];
  const before = state();
  const claims = { ...githubClaims(), event_name: event.replace('forced ', '') };
  const own = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env };
  const run = await runAction({ entry: ENTRY, workspace, claims, event: payload(event), env: own });
  expect(state()).toEqual(before);
  for (const secret of [...Object.values(forge.secrets), forge.token]) {
    expect(secretSearch(run.log + run.summary, secret)).toEqual([]);
  }
  return run;
}

/** The checkout that `actions/checkout` makes of an event. */
function checkedOut(event: string, persisted: Persisted = 'configuration'): Promise<string> {
  const { base, merge, forced } = forge.commits;
  switch (event) {
    case 'push':
    case 'forced push':
      return forge.checkout(forced, 'refs/remotes/origin/topic', persisted);
    case 'pull_request_target':
      return forge.checkout(base, 'refs/remotes/origin/main', persisted);
    case 'merge_group':
      return forge.checkout(merge, 'refs/remotes/origin/gh-readonly-queue/main/pr-7', persisted);
    default:
      return forge.checkout(merge, MERGE, persisted);
  }
}

const EVENTS: readonly (readonly [event: string, mode: string, file: string])[] = [
  ['pull_request', 'pull-request', 'new.env'],
  ['pull_request_target', 'pull-request', 'new.env'],
  ['merge_group', 'pull-request', 'new.env'],
  ['push', 'range', 'topic.env'],
  ['forced push', 'range', 'topic.env'],
];

describe('the step finds what commits bring, and nothing else, on a checkout of one commit', () => {
  it.each(EVENTS)('at %s', async (event, mode, file) => {
    for (const persisted of ['configuration', 'included file'] as const) {
      const { main, outputs, log } = await step(event, await checkedOut(event, persisted));
      expect(outputs, log).toEqual({ mode, findings: '1', failing: '1' });
      expect(main.stdout).toMatch(new RegExp(`^::error title=GitHub token[^,]*,file=${file},line=1,`, 'm'));
      expect(log).not.toContain('note:');
      expect(main.code).toBe(1);
    }
  });

  it.each(EVENTS)('at %s, from a forge that gives out nothing but what its references name', async (event, mode, file) => {
    const workspace = await checkedOut(event);
    forge.server.modern = false;
    forge.configure('uploadpack.allowAnySHA1InWant', 'false');
    const { outputs, main, log } = await step(event, workspace);
    expect(outputs, log).toEqual({ mode, findings: '1', failing: '1' });
    expect(main.stdout).toMatch(new RegExp(`,file=${file},line=1,`));
  });

  it.each(EVENTS)('at %s, from a forge that knows no filters', async (event, mode, file) => {
    forge.configure('uploadpack.allowFilter', 'false');
    const { outputs, main, log } = await step(event, await checkedOut(event));
    expect(outputs, log).toEqual({ mode, findings: '1', failing: '1' });
    expect(main.stdout).toMatch(new RegExp(`,file=${file},line=1,`));
  });
});

describe('the step says what to change where the commits cannot be fetched', () => {
  /** The files of the checkout are read instead, in which nothing stands that was taken out again. */
  async function readsFiles(event: string, workspace: string, why: string, help: string, env = {}): Promise<ActionRun> {
    forge.server.asked();
    const run = await step(event, workspace, env);
    const files = [...run.main.stdout.matchAll(/^::error title=GitHub token[^,]*,file=([^,]+)/gm)].map(([, file]) => file);
    expect(files).toEqual(event.endsWith('push') ? ['old.env', 'topic.env'] : ['old.env']);
    const note =
      /^note: the commits of .+ could not be fetched \((.+)\), so that the files .+ were scanned instead, .+ taken out again: (.+)$/m;
    const [, reason, advice] = note.exec(run.log) ?? [];
    expect([reason, advice], run.log).toEqual([expect.stringContaining(why), `${help} \`fetch-depth: 0\``]);
    // Nobody who does not answer is asked again in another way.
    expect(forge.server.asked()).toBeLessThanOrEqual(2);
    return run;
  }
  const CREDENTIALS = 'let actions/checkout persist its credentials, or give it';
  const LATER = 'run the job again, or give actions/checkout';

  it.each(EVENTS.map(([event]) => event))('at %s with persist-credentials: false', async (event) => {
    const { log } = await readsFiles(event, await checkedOut(event, 'nowhere'), 'terminal prompts disabled', CREDENTIALS);
    // What is checked out is not always what was proposed: that is not known to be clean, then.
    expect(log.includes('its last commit is not in this checkout')).toBe(event === 'pull_request_target');
  });

  it.each<[Mood, string, string]>([
    [401, 'terminal prompts disabled', CREDENTIALS],
    [403, 'The requested URL returned error: 403', CREDENTIALS],
    [404, 'not found', CREDENTIALS],
    [429, 'The requested URL returned error: 429', LATER],
    [500, 'The requested URL returned error: 500', LATER],
  ])('from a forge that answers %s', async (mood, why, help) => {
    const workspace = await checkedOut('pull_request');
    forge.server.mood = mood;
    await readsFiles('pull_request', workspace, why, help);
  });

  it('from a forge that never answers', async () => {
    const workspace = await checkedOut('pull_request');
    forge.server.mood = 'never';
    // The user's own patience, which is less than ours.
    const patience = { GIT_HTTP_LOW_SPEED_LIMIT: '1', GIT_HTTP_LOW_SPEED_TIME: '2' };
    await readsFiles('pull_request', workspace, 'too slow', LATER, patience);
  });
});
