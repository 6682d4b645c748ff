/** GitHub's subject in all its shapes. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedSubjects, parseSubject, printSubject } from './subject.ts';

describe('a subject is taken apart', () => {
  test.each([
    [
      'repo:acme/site:ref:refs/heads/main',
      { immutable: false, customised: false, context: [{ key: 'ref', value: 'refs/heads/main' }] },
    ],
    ['repo:acme/site:pull_request', { immutable: false, customised: false, context: [{ key: 'pull_request', value: '' }] }],
    ['repo:acme/site:environment:prod%3Aeu', { customised: false, context: [{ key: 'environment', value: 'prod%3Aeu' }] }],
    ['repo:acme@1/site@2:environment:prod', { immutable: true, ownerId: '1', repositoryId: '2', customised: false }],
    [
      'repo:acme/site:environment:prod:job_workflow_ref:acme/ci/.github/workflows/x.yml@refs/heads/main',
      { customised: true, owner: 'acme' },
    ],
    ['repo:acme@1/site@2:pull_request:actor:octo', { immutable: true, customised: true }],
    ['repo:acme/site:workflow:ci', { customised: true }],
    ['repo:acme/*', { owner: 'acme', repository: '*', customised: true, context: [] }],
    ['repo:acme/site:*', { repository: 'site', customised: true, context: [{ key: '*', value: '' }] }],
  ])('%s', (subject, expected) => {
    expect(parseSubject(subject)).toMatchObject(expected);
  });

  test.each([
    'repository_owner:acme:context:x',
    'repo:acme',
    'repo:a/b/c:pull_request',
    'repo:acme@/site:pull_request',
    '',
    'project_path:a/b:ref:main',
  ])('%s is no subject of a repository', (subject) => {
    expect(parseSubject(subject)).toBeUndefined();
  });
});

test('printing what was parsed gives the subject again', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/);
  const id = fc.option(fc.nat().map(String), { nil: undefined });
  const part = fc.oneof(
    fc.constant({ key: 'pull_request', value: '' }),
    fc.record({
      key: fc.constantFrom('ref', 'environment', 'job_workflow_ref', 'actor'),
      value: fc.stringMatching(/^[A-Za-z0-9/@%._-]{1,20}$/),
    }),
  );
  fc.assert(
    fc.property(name, id, name, id, fc.array(part, { maxLength: 3 }), (owner, ownerId, repository, repositoryId, context) => {
      const subject = printSubject({ owner, ownerId, repository, repositoryId, context });
      expect(parseSubject(subject)).toMatchObject({ owner, repository, context });
      expect(printSubject(parseSubject(subject) ?? { owner: '', ownerId, repository, repositoryId, context })).toBe(subject);
    }),
  );
});

describe('both default subjects of a job are told', () => {
  const claims = { repository: 'acme/site', repository_id: '2', repository_owner_id: '1', ref: 'refs/heads/main' };

  test.each([
    ['a push', {}, 'repo:acme/site:ref:refs/heads/main', 'repo:acme@1/site@2:ref:refs/heads/main'],
    ['an environment', { environment: 'a:b' }, 'repo:acme/site:environment:a%3Ab', 'repo:acme@1/site@2:environment:a%3Ab'],
    ['a pull request', { event_name: 'pull_request' }, 'repo:acme/site:pull_request', 'repo:acme@1/site@2:pull_request'],
    [
      'a pull request in an environment',
      { event_name: 'pull_request', environment: 'x' },
      'repo:acme/site:environment:x',
      'repo:acme@1/site@2:environment:x',
    ],
    [
      'pull_request_target with a real subject of a pull request',
      { event_name: 'pull_request_target', sub: 'repo:acme/site:pull_request' },
      'repo:acme/site:pull_request',
      'repo:acme@1/site@2:pull_request',
    ],
  ])('for %s', (_what, more, names, immutable) => {
    expect(expectedSubjects({ ...claims, ...more })).toEqual({ names, immutable });
  });

  test('without ids only the names are known', () => {
    expect(expectedSubjects({ repository: 'acme/site', ref: 'refs/tags/v1' })).toEqual({
      names: 'repo:acme/site:ref:refs/tags/v1',
      immutable: undefined,
    });
  });

  test.each([{}, { repository: 'acme' }, { repository: 'acme/site' }, { project_path: 'acme/site', ref: 'main' }])(
    'and none for the claims of something else, %o',
    (other) => {
      expect(expectedSubjects(other)).toBeUndefined();
    },
  );
});
