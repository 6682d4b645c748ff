import { describe, expect, test } from 'vitest';
import { type EventCommits, eventCommits } from './event-commits.ts';

const [X, Y] = ['a'.repeat(40), 'b'.repeat(40)];
const NONE = '0'.repeat(40);
const repository = { default_branch: 'main' };
const pull = { number: 7, commits: 3, head: { sha: X, ref: 'topic' }, base: { sha: Y, ref: 'main' } };

describe('the commits of an event', () => {
  test.each([
    [
      'pull_request',
      { pull_request: pull },
      { title: 'pull request 7', head: X, headRefs: ['refs/pull/7/head'], base: Y, baseRefs: ['refs/heads/main'], count: 3 },
    ],
    ['pull_request_target', { pull_request: pull }, { head: X, base: Y, count: 3 }],
    ['pull_request', { pull_request: { ...pull, number: '7 --x', commits: -1 } }, { headRefs: [], count: undefined }],
    [
      'merge_group',
      {
        merge_group: {
          head_sha: X,
          base_sha: Y,
          head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-x',
          base_ref: 'refs/heads/main',
        },
      },
      {
        title: 'the merge group',
        headRefs: ['refs/heads/gh-readonly-queue/main/pr-7-x'],
        baseRefs: ['refs/heads/main'],
        count: undefined,
      },
    ],
    [
      'push',
      { ref: 'refs/heads/topic', before: Y, after: X, commits: [{}, {}], repository },
      { title: 'the push to topic', head: X, headRefs: ['refs/heads/topic'], base: Y, baseRefs: ['refs/heads/main'], count: 2 },
    ],
    ['push', { ref: 'refs/heads/main', before: Y, after: X, repository }, { baseRefs: [], count: undefined }],
    [
      'push',
      { ref: 'refs/heads/topic', before: Y, after: X, forced: true, commits: [{}], repository },
      { base: Y, count: undefined },
    ],
    [
      'push',
      { ref: 'refs/heads/topic', before: NONE, after: X, created: true, commits: [{}], repository },
      { base: undefined, count: undefined },
    ],
    [
      'push',
      { ref: 'refs/tags/v1', before: NONE, after: X, repository },
      { title: 'the push to v1', headRefs: ['refs/tags/v1'] },
    ],
  ])('of %s %j', (event, payload, commits) => {
    expect(eventCommits(event, payload)).toMatchObject(commits);
  });

  test('of a push that deletes are none', () => {
    expect(eventCommits('push', { ref: 'refs/heads/topic', before: X, after: NONE, deleted: true })).toEqual({
      nothing: 'the push deleted topic',
    });
  });

  test.each(['schedule', 'workflow_dispatch', 'pull_request_review', 'toString'])('of %s are not told', (event) => {
    expect(eventCommits(event, { pull_request: pull })).toBeUndefined();
  });

  test.each([
    '--upload-pack=touch x',
    '-x',
    "it's $(touch x)",
    'a b',
    'a:refs/heads/main',
    '+x',
    'a..b',
    'x\ny',
    { toString: 1 },
  ])('may be on a branch whose name is %j, which git is never told when it means something there', (ref) => {
    const { baseRefs } = eventCommits('pull_request', { pull_request: { ...pull, base: { sha: Y, ref } } }) as EventCommits;
    for (const name of baseRefs) expect(name).toMatch(/^refs\/heads\/[^\s:+]+$/);
    expect(baseRefs.length).toBeLessThanOrEqual(1);
  });

  test.each([
    ['pull_request', {}],
    ['pull_request', null],
    ['pull_request', { pull_request: { ...pull, head: { sha: '--output=x' } } }],
    ['merge_group', { merge_group: { head_sha: X } }],
    ['push', { after: X, before: 'HEAD' }],
  ])('of %s %j are not what they should be', (event, payload) => {
    expect(() => eventCommits(event, payload)).toThrowCode('ERR_LINT_EVENT');
  });
});
