/** When AWS does not trust the job, log and summary say why and what to change, and neither shows the token. */

import type { Claims } from '@leasehold/core';
import { githubClaims, type MintOptions } from '@leasehold/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyFile } from './account.ts';
import { type Scene, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Leases in vain; what is told must be in the log and in the summary, and nothing secret in either. */
async function refuse(
  scene: Scene,
  code: string,
  told: readonly (string | RegExp)[],
  inputs: Readonly<Record<string, string>> = {},
): Promise<void> {
  const main = inputs.lease === undefined ? await scene.lease(inputs) : await scene.step(inputs);
  expect(main.code, scene.job.log).toBe(1);
  expect(scene.job.log).toMatch(new RegExp(`::error::.*[[(]${code}[\\])]`));
  for (const text of [scene.job.log, main.summary])
    for (const part of told) expect(text).toMatch(part instanceof RegExp ? part : literal(part));
  expect(main.env).toEqual({});
  expect(scene.sessions()).toEqual([]);
  const post = await scene.end();
  expect(post.code, scene.job.log).toBe(0);
  expect(post.stdout).toBe('nothing was leased, nothing to end\n');
  expect(scene.leaks(scene.shown)).toEqual([]);
  expect(scene.job.log).not.toMatch(/eyJ[\w-]+\.eyJ/);
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

describe('a token that AWS does not take', () => {
  it.each<[string, MintOptions, string, readonly (string | RegExp)[]]>([
    [
      'is for another audience',
      { audience: 'https://github.com/acme' },
      'ERR_AWS_TOKEN_REFUSED',
      ['audience', 'https://github.com/acme', 'sts.amazonaws.com'],
    ],
    ['has expired', { issuedAt: Math.floor(Date.now() / 1000) - 3_600 }, 'ERR_CLOCK_SKEW', []],
  ])('because it %s, is shown with its claims', async (_why, how, code, told) => {
    await using scene = await world.scene({ token: how });
    await refuse(scene, code, ['repo:acme/site:ref:refs/heads/main', ...told]);
  });
});

describe('a token that its issuer did not sign', () => {
  it('forged or without any signature, is tried until AWS must have read the keys, and shown with its claims', async () => {
    const spoilt: readonly MintOptions[] = [{ key: 'forged' }, { alg: 'none' }];
    // AWS says the same while it cannot reach the issuer, so this takes as long as the retries do.
    await Promise.all(
      spoilt.map(async (token) => {
        await using scene = await world.scene({ token });
        await refuse(scene, 'ERR_AWS_ISSUER_UNREACHABLE', ['repo:acme/site:ref:refs/heads/main']);
        expect(scene.sent('AssumeRoleWithWebIdentity')).toHaveLength(6);
      }),
    );
  });
});

describe('a job that trust does not let in', () => {
  const CASES: readonly {
    readonly name: string;
    readonly subject: string;
    readonly claims: Claims;
    readonly told: readonly string[];
  }[] = [
    {
      name: 'of another branch',
      subject: 'repo:acme/site:ref:refs/heads/release',
      claims: {},
      told: ['repo:acme/site:ref:refs/heads/main'],
    },
    {
      name: 'in an environment, where trust names a branch',
      subject: 'repo:acme/site:ref:refs/heads/main',
      claims: { environment: 'production' },
      told: ['repo:acme/site:environment:production'],
    },
    {
      name: 'in another environment',
      subject: 'repo:acme/site:environment:production',
      claims: { environment: 'staging' },
      told: ['repo:acme/site:environment:staging'],
    },
    {
      name: 'with the immutable subject, where trust has names',
      subject: 'repo:acme/site:ref:refs/heads/main',
      claims: { sub: String(githubClaims({}, 'immutable').sub) },
      told: ['repo:acme@8001/site@123456:ref:refs/heads/main'],
    },
    {
      name: 'with names in the subject, where trust has the immutable one',
      subject: 'repo:acme@8001/site@123456:ref:refs/heads/main',
      claims: {},
      told: ['repo:acme/site:ref:refs/heads/main'],
    },
    {
      name: 'of a pull request',
      subject: 'repo:acme/site:ref:refs/heads/main',
      claims: { event_name: 'pull_request', ref: 'refs/pull/7/merge', base_ref: 'main', head_ref: 'fix' },
      told: ['repo:acme/site:pull_request'],
    },
  ];

  it.each(CASES)('$name is told its own claims, and the difference to a trust policy file', async ({ subject, claims, told }) => {
    await using scene = await world.scene({ subject, token: { claims } });
    const trust = world.aws.trustPolicy({ StringEquals: { [`${new URL(world.issuer.url).host}:sub`]: [subject] } });
    await scene.checkOut('trust.json', JSON.stringify(trust));
    await refuse(
      scene,
      'ERR_AWS_TRUST_REFUSED',
      [...told, subject, 'What does not match|what does not match', '"StringEquals"'].map((part) =>
        part.includes('|') ? new RegExp(part) : part,
      ),
      {
        'trust-policy-file': 'trust.json',
      },
    );
  });

  it('is told the difference to the subjects of its grant', async () => {
    await using scene = await world.scene({
      subject: 'repo:acme/site:environment:production',
      token: { claims: { environment: 'staging' } },
    });
    const subjects = [{ repository: 'acme/site' }];
    await scene.checkOut('.github/leasehold.yml', policyFile(scene, { subjects }));
    await refuse(scene, 'ERR_AWS_TRUST_REFUSED', ['repo:acme/site:environment:staging'], { lease: 'deploy-site' });
  });

  it('without a file to compare with is told its claims', async () => {
    await using scene = await world.scene({ subject: 'repo:acme/other:*' });
    await refuse(scene, 'ERR_AWS_TRUST_REFUSED', [
      'repo:acme/site:ref:refs/heads/main',
      'refs/heads/main',
      'octavia',
      'acme/site/.github/workflows/deploy.yml@refs/heads/main',
    ]);
  });
});

describe('a job that may not have an ID token', () => {
  it('is told the permission to add', async () => {
    await using scene = await world.scene({ permission: false });
    await refuse(scene, 'ERR_ID_TOKEN_PERMISSION', ['id-token: write']);
  });

  it('because it is a pull request of a fork, is told that', async () => {
    const event = { pull_request: { head: { repo: { full_name: 'mallory/site' } } }, repository: { full_name: 'acme/site' } };
    await using scene = await world.scene({ permission: false, event, claims: githubClaims({ event_name: 'pull_request' }) });
    await refuse(scene, 'ERR_ID_TOKEN_PERMISSION', ['fork']);
  });
});
