import type { Tier } from '@leasehold/core';
import { openKernel } from '@leasehold/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULES, ruleById, SHORT_PREFIXES } from './catalogue.ts';
import { exampleMaker } from './example-maker.ts';
import { toFinding } from './finding.ts';
import { wordOfTests } from './fixture.ts';
import { linesOf } from './position.ts';
import type { SecretRule } from './rule.ts';
import { newScanner } from './scanner.ts';
import { bytesOf } from './test-rules.ts';

const scanner = newScanner(openKernel(SHORT_PREFIXES));

/** What is told of an example of a rule in a file. */
function told(id: string, path: string, failOn: Tier = 'prefixed') {
  const rule = ruleById(id) as SecretRule;
  const bytes = bytesOf(`# ${rule.near?.[0] ?? ''}\n${rule.examples(exampleMaker(1)).positive[0]}\n`);
  const lines = linesOf(bytes);
  return scanner.scan(bytes, path).map((raw) => toFinding(raw, lines, path, failOn));
}

describe('a path', () => {
  it.each([
    ['test/configs/certs/key.pem', 'test'],
    ['internal/configuration/test_resources/crypto/rsa.pem', 'test'],
    ['src/dockerTest/resources/server.key', 'test'],
    ['src/testFixtures/resources/key.pem', 'test'],
    ['src/HTTPTests.java', 'tests'],
    ['integration-test/app/server.key', 'test'],
    ['internal/communicator/communicator_test.go', 'test'],
    ['vendor/openpgp/keys_test_data.go', 'test'],
    ['src/middleware/keys.test.json', 'test'],
    ['test_login.py', 'test'],
    ['web/__tests__/login.js', 'tests'],
    ['client/testdata/key.pem', 'testdata'],
    ['a/lib.zip!/fixtures/https/key.pem', 'fixtures'],
    ['e2e/tls/key.pem', 'e2e'],
    ['src/__mocks__/key.ts', 'mocks'],
    ['certs/benchmark-server-key.pem', 'benchmark'],
    ['spec/support/key.pem', 'spec'],
    ['lib/login_spec.rb', 'spec'],
    ['src/login.spec.ts', 'spec'],
  ])('says that it is one of tests: %s', (path, word) => {
    expect(wordOfTests(path)).toBe(word);
  });

  it.each([
    'deploy/tls/key.pem',
    'src/latest/key.pem',
    'contest/key.pem',
    'attestation/signing.key',
    'greatestHits/key.pem',
    'LATEST/key.pem',
    'testament/key.pem',
    'fastest-mirror.key',
    'prétest/key.pem',
    'deploy/pod-spec.yaml',
    'api.spec.json',
    'open-spec/key.pem',
    'docs/setup.md',
    'examples/tls/key.pem',
    '(stdin)',
    '',
  ])('says nothing of tests: %s', (path) => {
    expect(wordOfTests(path)).toBeUndefined();
  });

  it('is not one of tests by letters in the middle of a word', () => {
    const letters = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(letters, fc.constantFrom('test', 'fixture', 'mock', 'spec'), letters, (before, word, behind) => {
        expect(wordOfTests(`${before}${word}/${before}${word}${behind}.key`)).toBeUndefined();
      }),
    );
  });
});

describe('among tests', () => {
  const selfMade = RULES.filter((rule) => rule.selfMade).map(({ id }) => id);

  it('lie the keys that anybody makes', () => {
    expect(selfMade.toSorted()).toEqual([
      'age-secret-key',
      'json-web-token',
      'jwk-private-key',
      'nats-seed',
      'openssh-private-key',
      'pem-private-key-base64',
      'pgp-private-key',
      'private-key',
      'putty-private-key',
    ]);
  });

  it.each(selfMade)('a key is told, and fails only where that is asked for: %s', (id) => {
    const [elsewhere] = told(id, 'deploy/key');
    const [finding] = told(id, 'test/key');
    expect(elsewhere).toMatchObject({ ruleId: id, fails: true });
    expect(finding).toMatchObject({ ruleId: id, tier: 'contextual', fails: false });
    expect(finding).toMatchObject({ severity: elsewhere?.severity, fingerprint: elsewhere?.fingerprint });
    expect(finding?.why).toEqual([...(elsewhere?.why ?? []), 'it lies among tests: `test` stands in its path']);
    expect(told(id, 'test/key', 'contextual')).toMatchObject([{ fails: true }]);
  });

  it.each(['github-token', 'gcp-service-account-key', 'bitcoin-private-key'])(
    'what somebody issued, or holds money, is worth what it is elsewhere: %s',
    (id) => {
      expect(told(id, 'test/key')).toEqual(
        told(id, 'deploy/key').map((one) => ({ ...one, at: { ...one.at, path: 'test/key' } })),
      );
    },
  );

  it('what is worth less anyway gets no more reasons', () => {
    const rule = ruleById('private-key') as SecretRule;
    const raw = { rule, start: 0, end: 9, value: 'no matter', severity: rule.severity, why: ['it is broken'] } as const;
    for (const tier of ['contextual', 'heuristic'] as const)
      expect(toFinding({ ...raw, tier }, linesOf(bytesOf(raw.value)), 'test/key', 'prefixed')).toMatchObject({
        tier,
        why: raw.why,
      });
  });
});
