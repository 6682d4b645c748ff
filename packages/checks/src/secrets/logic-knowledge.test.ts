import { generateKeyPairSync } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from './example-maker.ts';
import { LOGIC_RULES } from './logic-rules.ts';
import { writeJwt } from './proof/jwt.ts';
import { publicReason } from './public-values.ts';
import type { SecretRule } from './rule.ts';
import { find, judge, placed } from './test-find.ts';
import { faultOf } from './test-linear.ts';

function rule(id: string): SecretRule {
  return LOGIC_RULES.find((known) => known.id === id) as SecretRule;
}

describe('the rules with logic', () => {
  it('are held to linear time by a reader that sees what is not', () => {
    for (const source of ['a*', 'a{3,}', '(?:a{1,3}b){2,4}', '(?:a?){9}']) expect(faultOf(source), source).toBeDefined();
    for (const source of ['[a*+]{1,3}', '\\+b{2}', '(?:ab){2}', '(?:a{1,3}b)?', '(?=a{2})b'])
      expect(faultOf(source), source).toBeUndefined();
  });

  it('have each an id, a title and a file of their own', () => {
    const files = readdirSync(new URL('rules', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
    expect(LOGIC_RULES.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(new Set(LOGIC_RULES.map((rule) => rule.id)).size).toBe(LOGIC_RULES.length);
    expect(new Set(LOGIC_RULES.map((rule) => rule.title)).size).toBe(LOGIC_RULES.length);
  });

  it('make the same examples from the same seed, and others from another', () => {
    for (const rule of LOGIC_RULES) {
      expect(rule.examples(exampleMaker(9))).toEqual(rule.examples(exampleMaker(9)));
      expect(rule.examples(exampleMaker(9)).positive).not.toEqual(rule.examples(exampleMaker(8)).positive);
    }
  });

  it('make no example that passes for a filler', () => {
    for (const rule of LOGIC_RULES) {
      for (const example of rule.examples(exampleMaker(3)).positive) {
        const value = find(rule, placed(rule, example))?.value as string;
        expect(publicReason(value, 4)?.known ?? false, rule.id).toBe(false);
      }
    }
  });

  it('name only providers that there are or will be', () => {
    const providers = ['aws', 'gcp', 'azure', 'kubernetes', 'github', 'npm', 'pypi', 'jfrog', 'cloudflare', undefined];
    for (const { remedy } of LOGIC_RULES) expect(providers).toContain(remedy.provider);
  });

  it('know what is public by design', () => {
    const anon = writeJwt({ iss: 'supabase', ref: 'acme', role: 'anon' }, exampleMaker(1).bytes(32));
    expect(judge(rule('json-web-token'), anon)?.evidence).toBe('public');
    const service = writeJwt({ iss: 'supabase-demo', role: 'service_role' }, exampleMaker(1).bytes(32));
    expect(judge(rule('json-web-token'), service)).toEqual({
      evidence: 'proven',
      why: 'a readable token, issued by supabase-demo, role `service_role`, without an expiry',
    });
  });

  it.each(['https://issuer.example', 'https://auth.example.com:8080/', 'http://localhost:3000', 'me@mail.test'])(
    'know that nobody can be the issuer %s',
    (iss) => {
      const token = writeJwt({ iss, sub: 'me' }, exampleMaker(1).bytes(32));
      expect(judge(rule('json-web-token'), token)).toMatchObject({ evidence: 'shape', why: expect.stringContaining('reserved') });
    },
  );

  it.each(['https://example.acme.dev', 'https://latest.acme.dev/', 'https://acme.dev/test'])(
    'know that somebody can be the issuer %s',
    (iss) => {
      const token = writeJwt({ iss, sub: 'me' }, exampleMaker(1).bytes(32));
      expect(judge(rule('json-web-token'), token)).toMatchObject({ evidence: 'proven' });
    },
  );

  it('say whose a credential is where it says so itself', () => {
    const why = (id: string): string =>
      JSON.stringify(judge(rule(id), placed(rule(id), rule(id).examples(exampleMaker(2)).positive[0] as string)));
    expect(why('gitlab-routable-token')).toMatch(/organisation 1; user \d+/);
    expect(why('gcp-service-account-key')).toMatch(/a whole RSA key of 512 bits, id [0-9a-f]{8}… of ci@[a-z]+\.iam/);
    expect(why('discord-bot-token')).toMatch(/of a bot made 20\d\d-/);
    expect(judge(rule('aws-access-key'), ['ASIA', 'QNZGKIQY56JQ7WML'].join(''))).toEqual({
      evidence: 'shape',
      why: 'temporary access key id of account 029608264753',
    });
  });

  it('say nothing of what only has the length of a credential without a prefix', () => {
    const make = exampleMaker(4);
    expect(judge(rule('azure-devops-legacy-token'), `hash: ${make.chars('a-z2-7', 52)}`)).toEqual({ evidence: 'none' });
    expect(judge(rule('azure-devops-legacy-token'), `vsts pat: ${make.chars('a-z2-7', 52)}`)?.evidence).toBe('broken');
    expect(judge(rule('bitcoin-private-key'), `id: L1${make.chars('2-9A-H', 50)}`)).toEqual({ evidence: 'none' });
  });

  it('prove keys that a real library made', () => {
    const pem = (key: { export(options: object): unknown }, type: string, more: object = {}): string =>
      String(key.export({ type, format: 'pem', ...more }));
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const edwards = generateKeyPairSync('ed25519').privateKey;
    for (const text of [pem(rsa, 'pkcs1'), pem(rsa, 'pkcs8'), pem(curve, 'sec1'), pem(curve, 'pkcs8'), pem(edwards, 'pkcs8')]) {
      expect(judge(rule('private-key'), text)?.evidence).toBe('proven');
      expect(judge(rule('private-key'), JSON.stringify({ text }))?.evidence).toBe('proven');
      expect(judge(rule('encrypted-private-key'), text)).toBeUndefined();
    }
    const lock = { cipher: 'aes-256-cbc', passphrase: 'correct horse' };
    expect(judge(rule('encrypted-private-key'), pem(rsa, 'pkcs8', lock))?.evidence).toBe('shape');
    expect(judge(rule('encrypted-private-key'), pem(rsa, 'pkcs1', lock))?.evidence).toBe('shape');
    expect(judge(rule('private-key'), pem(rsa, 'pkcs1', lock))).toBeUndefined();
    for (const key of [rsa, curve, edwards]) {
      expect(judge(rule('jwk-private-key'), JSON.stringify(key.export({ format: 'jwk' })))?.evidence).toBe('proven');
    }
  });
});
