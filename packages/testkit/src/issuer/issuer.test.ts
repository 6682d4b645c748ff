import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { githubClaims } from './github-claims.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import type { Certificate } from './signer.ts';

let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

async function keys(of: Issuer): Promise<{ keys: Record<string, unknown>[] }> {
  const discovery = await (await fetch(`${of.url}/.well-known/openid-configuration`)).json();
  return (await fetch((discovery as { jwks_uri: string }).jwks_uri)).json() as Promise<{ keys: Record<string, unknown>[] }>;
}

async function ask(audience: string, bearer = issuer.requestToken): Promise<Response> {
  return fetch(`${issuer.requestUrl}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `Bearer ${bearer}` },
  });
}

function selfSigned(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'testkit-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const flags = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', ['req', ...flags], { stdio: 'ignore' });
  const certificate = { keyPem: readFileSync(key, 'utf8'), certPem: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return certificate;
}

describe('the ID-token endpoint', () => {
  it('answers a token for the audience that was asked, with a jti of its own each time', async () => {
    const tokens = await Promise.all(
      [ask('sts.amazonaws.com'), ask('https://vault.example')].map(async (answer) => (await answer).json()),
    );
    const claims = tokens.map((body) => decodeJwt((body as { value: string }).value));
    expect(claims.map((claim) => claim.aud)).toEqual(['sts.amazonaws.com', 'https://vault.example']);
    expect(new Set(claims.map((claim) => claim.jti)).size).toBe(2);
    expect(issuer.minted.map((token) => token.audience)).toEqual(
      expect.arrayContaining(['sts.amazonaws.com', 'https://vault.example']),
    );
  });

  it('has a query already in its address, as GitHub has', () => {
    expect(new URL(issuer.requestUrl).search).not.toBe('');
  });

  it('refuses a wrong bearer', async () => {
    expect((await ask('x', 'nobody')).status).toBe(401);
  });

  it('gives tokens the lifetime that GitHub gives them', async () => {
    const { exp, iat, nbf } = decodeJwt(await issuer.mint());
    expect([Number(exp) - Number(iat), Number(iat) - Number(nbf)]).toEqual([300, 600]);
  });

  it('refuses once the job is over', async () => {
    const other = await startIssuer();
    other.completeJob();
    const answer = await fetch(other.requestUrl, { headers: { authorization: `Bearer ${other.requestToken}` } });
    expect([answer.status, await answer.json()]).toEqual([403, { message: "Can't issue ID_TOKEN for job in 'Completed' state" }]);
    await other.close();
  });

  it('follows a change of claims', async () => {
    const other = await startIssuer();
    other.setClaims({ environment: 'production', base_ref: undefined });
    const claims = decodeJwt(await other.mint());
    expect(claims).toMatchObject({ environment: 'production' });
    expect(claims).not.toHaveProperty('base_ref');
    await other.close();
  });
});

describe('the keys', () => {
  it('verify a token of the issuer, and neither a forged nor an unsigned one', async () => {
    const [key] = (await keys(issuer)).keys;
    if (!key) expect.fail('the JWKS is empty');
    await expect(jwtVerify(await issuer.mint(), key)).resolves.toBeDefined();
    const forged = await issuer.mint({}, { key: 'forged' });
    expect(decodeProtectedHeader(forged).kid).toBe(key.kid);
    await expect(jwtVerify(forged, key)).rejects.toThrow('signature verification failed');
    const unsigned = await issuer.mint({}, { alg: 'none' });
    expect(unsigned.endsWith('.')).toBe(true);
    await expect(jwtVerify(unsigned, key)).rejects.toThrow();
  });

  it('carry the certificate when there is one, and sign with its key', async () => {
    const certificate = selfSigned();
    const other = await startIssuer({ certificate });
    const [key] = (await keys(other)).keys;
    const [x5c] = (key?.x5c ?? []) as string[];
    const publicKey = await importX509(`-----BEGIN CERTIFICATE-----\n${x5c}\n-----END CERTIFICATE-----`, 'RS256');
    await expect(jwtVerify(await other.mint(), publicKey)).resolves.toBeDefined();
    await other.close();
  });
});

describe('the subject', () => {
  it.each([
    [{}, 'name', 'repo:acme/site:ref:refs/heads/main'],
    [{}, 'immutable', 'repo:acme@8001/site@123456:ref:refs/heads/main'],
    [{ event_name: 'pull_request' }, 'name', 'repo:acme/site:pull_request'],
    [{ environment: 'eu:prod' }, 'immutable', 'repo:acme@8001/site@123456:environment:eu%3Aprod'],
    [{ repository: 'o/r', ref: 'refs/tags/v1' }, 'name', 'repo:o/r:ref:refs/tags/v1'],
  ] as const)('of %o in the shape `%s` is `%s`', (overrides, shape, subject) => {
    expect(githubClaims(overrides, shape).sub).toBe(subject);
  });
});
