import { ConfigError, type Decision, type Grant, type GrantRequest, type Identity, type Provider } from '@leasehold/core';
import { describe, expect, test } from 'vitest';
import { type PolicyParts, type PrepareParts, prepare, type Wanted } from './prepare.ts';
import { newWorld } from './test-world.ts';

interface Policy {
  readonly grants: ReadonlyMap<string, Grant>;
}

const GRANT: Grant = {
  id: 'open-vault',
  purpose: 'count the money',
  owner: '@acme/bank',
  access: 'read',
  reviewEvery: 86_400,
  provider: 'bank',
  with: { vault: 'main' },
  ttl: { default: 300, max: 600 },
  subjects: [],
  breakGlass: false,
};
const IDENTITY: Identity = {
  issuer: 'https://issuer.example',
  subject: 's',
  audience: [],
  issuedAt: 0,
  expiresAt: 1,
  claims: {},
};
const DECISION: Decision = { allowed: true, grant: 'open-vault', ttl: 300, breakGlass: false, rules: [], mismatches: [] };

const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  lease: undefined,
  reason: undefined,
  policyFile: '.github/leasehold.yml',
  provider: 'bank',
  ttl: undefined,
  delivery: 'env',
  onRevokeFailure: 'fail',
  options: {},
  ...changes,
});

/** Parts with a policy of these grants; what was asked of them is noted. */
function parts(
  grants: readonly Grant[] = [GRANT],
): PrepareParts<Policy> & { readonly asked: unknown[]; readonly bank: Provider } {
  const asked: unknown[] = [];
  const bank: Provider = {
    ...(newWorld().bank as Provider),
    parse: (raw, env) => {
      asked.push({ raw, env });
      return { vault: raw.vault };
    },
  };
  const policy: PolicyParts<Policy> = {
    readPolicy: (text, file, providers) => {
      asked.push({ text, file, providers: providers.map(({ id }) => id) });
      return { grants: new Map(grants.map((grant) => [grant.id, grant])) };
    },
    decide: (_policy: Policy, request: GrantRequest, identity: Identity) => {
      asked.push({ request, identity });
      return DECISION;
    },
    grantTrust: (grant, issuer) => [{ id: grant.id, effect: 'allow', issuers: [issuer], conditions: [] }],
  };
  return {
    asked,
    bank,
    providers: [bank],
    policy: async () => policy,
    readText: async (path) => (path === '.github/leasehold.yml' ? 'the policy' : undefined),
    env: { BANK_REGION: 'north' },
  };
}

describe('inline', () => {
  test('the provider reads the options, and no policy is loaded', async () => {
    const world = parts();
    const prepared = await prepare(wanted({ options: { vault: 'side' }, reason: 'audit', ttl: 60 }), {
      ...world,
      policy: () => Promise.reject(new Error('nobody asked for a policy')),
    });
    expect(prepared).toEqual({
      ask: {
        provider: world.bank,
        options: { vault: 'side' },
        ttl: 60,
        delivery: 'env',
        onRevokeFailure: 'fail',
        about: { breakGlass: false, reason: 'audit' },
      },
      trust: undefined,
    });
    expect(world.asked).toEqual([{ raw: { vault: 'side' }, env: { BANK_REGION: 'north' } }]);
  });

  test('the TTL is 15 minutes when none is asked for', async () => {
    expect((await prepare(wanted(), parts())).ask.ttl).toBe(900);
  });
});

describe('by a grant', () => {
  test('everything but the delivery stands in the policy file', async () => {
    const world = parts();
    const { ask, trust } = await prepare(wanted({ lease: 'open-vault', delivery: 'file', onRevokeFailure: 'warn' }), world);
    expect(ask).toMatchObject({
      provider: world.bank,
      options: { vault: 'main' },
      ttl: 300,
      delivery: 'file',
      onRevokeFailure: 'warn',
      about: { grant: 'open-vault', purpose: 'count the money', owner: '@acme/bank', access: 'read', breakGlass: false },
    });
    expect(ask.decide?.(IDENTITY)).toBe(DECISION);
    expect(trust?.('issuer.example')).toEqual([
      { id: 'open-vault', effect: 'allow', issuers: ['issuer.example'], conditions: [] },
    ]);
    expect(world.asked).toEqual([
      { text: 'the policy', file: '.github/leasehold.yml', providers: ['bank'] },
      { raw: { vault: 'main' }, env: { BANK_REGION: 'north' } },
      { request: { grant: 'open-vault' }, identity: IDENTITY },
    ]);
  });

  test('TTL and reason of the job go into the request, and the decision has the last word', async () => {
    const world = parts();
    const { ask } = await prepare(wanted({ lease: 'open-vault', ttl: 7_200, reason: 'audit' }), world);
    ask.decide?.(IDENTITY);
    expect([ask.ttl, ask.about.reason]).toEqual([7_200, 'audit']);
    expect(world.asked.at(-1)).toEqual({ request: { grant: 'open-vault', ttl: 7_200, reason: 'audit' }, identity: IDENTITY });
  });
});

describe('what is wrong is found before anything is sent', () => {
  test.each<[string, Partial<Wanted>, readonly Grant[], `ERR_${string}`, string, string]>([
    [
      'an unknown provider',
      { provider: 'bnk' },
      [GRANT],
      'ERR_PROVIDER_UNKNOWN',
      '`bnk` is not a provider',
      'did you mean `bank`?',
    ],
    [
      'a provider like no other',
      { provider: 'elsewhere' },
      [GRANT],
      'ERR_PROVIDER_UNKNOWN',
      '`elsewhere` is not a provider',
      'known are `bank`',
    ],
    [
      'a provider of a grant that is unknown',
      { lease: 'open-vault' },
      [{ ...GRANT, provider: 'bnk' }],
      'ERR_PROVIDER_UNKNOWN',
      '`bnk` is not a provider',
      'did you mean `bank`?',
    ],
    [
      'a file that is not there',
      { lease: 'open-vault', policyFile: 'policy.yml' },
      [GRANT],
      'ERR_POLICY_FILE',
      'there is no policy file `policy.yml`',
      'check out the repository before this step (`actions/checkout`), name the file with `policy-file`, or leave `lease` out and give `provider` and its options inline',
    ],
    [
      'a misspelt grant',
      { lease: 'open-valt' },
      [GRANT],
      'ERR_GRANT_UNKNOWN',
      'the policy file `.github/leasehold.yml` has no grant `open-valt`',
      'did you mean `open-vault`?',
    ],
    [
      'a grant like no other',
      { lease: 'x' },
      [GRANT],
      'ERR_GRANT_UNKNOWN',
      'the policy file `.github/leasehold.yml` has no grant `x`',
      'it has `open-vault`',
    ],
    [
      'a grant of an empty file',
      { lease: 'x' },
      [],
      'ERR_GRANT_UNKNOWN',
      'the policy file `.github/leasehold.yml` has no grant `x`',
      'it has none',
    ],
  ])('%s', async (_what, changes, grants, code, message, help) => {
    const refused = await prepare(wanted(changes), parts(grants)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    expect(refused).toMatchObject({ code, message, help });
  });
});
