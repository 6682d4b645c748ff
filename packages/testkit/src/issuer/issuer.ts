/** A loopback OIDC issuer that stands for GitHub's: discovery, JWKS and the ID-token endpoint of a running job. */

import { randomUUID } from 'node:crypto';
import type { Claims, Clock } from '@leasehold/core';
import { type Exchange, listen } from '../loopback.ts';
import { githubClaims } from './github-claims.ts';
import { type Certificate, newSigner, type TokenAlgorithm } from './signer.ts';

/** How long GitHub's tokens live, in seconds. */
const LIFETIME = 300;
/** GitHub sets `nbf` this many seconds before `iat`. */
const NOT_BEFORE_MARGIN = 600;

export interface IssuerOptions {
  /** The claims of every token; a GitHub job by default. */
  readonly claims?: Claims;
  /** Makes the published key carry `x5c`, which Ceph RGW needs. */
  readonly certificate?: Certificate;
  readonly clock?: Pick<Clock, 'now'>;
  /** A fixed port; a free one by default. */
  readonly port?: number;
}

export interface MintOptions {
  readonly audience?: string;
  /** Seconds after `issuedAt`; negative makes a token that has expired. */
  readonly expiresIn?: number;
  /** Seconds since the epoch. */
  readonly issuedAt?: number;
  /** `forged` signs with a key that the JWKS does not have, under the id of the one that it has. */
  readonly key?: 'own' | 'forged';
  readonly alg?: TokenAlgorithm;
}

/** A token that was handed out. */
export interface MintedToken {
  readonly token: string;
  readonly audience: string;
  readonly jti: string;
}

export interface Issuer {
  /** The value of `iss`. */
  readonly url: string;
  /** `ACTIONS_ID_TOKEN_REQUEST_URL`: it has a query already, as GitHub's has. */
  readonly requestUrl: string;
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken: string;
  /** The claims of the tokens to come. */
  readonly claims: Claims;
  /** Changes some claims of the tokens to come; undefined takes one away. */
  setClaims(claims: Claims): void;
  /** Makes a token, valid unless an option says otherwise. */
  mint(claims?: Claims, options?: MintOptions): Promise<string>;
  /** Every token so far, those of the endpoint and those of {@link Issuer.mint}. */
  readonly minted: readonly MintedToken[];
  /** Ends the job: from here on the endpoint refuses, as GitHub does for a job that is over. */
  completeJob(): void;
  close(): Promise<void>;
}

/**
 * Starts an issuer with one RSA key.
 *
 * @example
 * await using issuer = await startIssuer();
 * await fetch(`${issuer.requestUrl}&audience=sts.amazonaws.com`, { headers: { authorization: `Bearer ${issuer.requestToken}` } });
 */
export async function startIssuer(options: IssuerOptions = {}): Promise<Issuer & AsyncDisposable> {
  const signer = await newSigner(options.certificate);
  const clock = options.clock ?? { now: () => Date.now() };
  const minted: MintedToken[] = [];
  const requestToken = `job-${randomUUID()}`;
  let claims: Claims = options.claims ?? githubClaims();
  let completed = false;

  const server = await listen(async (exchange) => {
    const url = new URL(exchange.request.url ?? '/', server.url);
    if (url.pathname === '/.well-known/openid-configuration') return json(exchange, 200, discovery(server.url));
    if (url.pathname === '/.well-known/jwks') return json(exchange, 200, { keys: [signer.publicJwk] });
    if (url.pathname !== '/_apis/idtoken') return json(exchange, 404, { message: 'not found' });
    if (exchange.request.headers.authorization !== `Bearer ${requestToken}`)
      return json(exchange, 401, { message: 'unauthorized' });
    if (completed) return json(exchange, 403, { message: "Can't issue ID_TOKEN for job in 'Completed' state" });
    const audience = url.searchParams.get('audience') ?? `https://github.com/${claims.repository_owner}`;
    const value = await mint({}, { audience });
    return json(exchange, 200, { count: value.length, value });
  }, options.port);

  async function mint(overrides: Claims = {}, mintOptions: MintOptions = {}): Promise<string> {
    const issuedAt = mintOptions.issuedAt ?? Math.floor(clock.now() / 1000);
    const audience = mintOptions.audience ?? 'sts.amazonaws.com';
    const payload = {
      iss: server.url,
      aud: audience,
      iat: issuedAt,
      nbf: issuedAt - NOT_BEFORE_MARGIN,
      exp: issuedAt + (mintOptions.expiresIn ?? LIFETIME),
      jti: randomUUID(),
      ...claims,
      ...overrides,
    };
    const token = await signer.sign(payload, mintOptions.key ?? 'own', mintOptions.alg ?? 'RS256');
    minted.push({ token, audience: String(payload.aud), jti: String(payload.jti) });
    return token;
  }

  return {
    url: server.url,
    requestUrl: `${server.url}/_apis/idtoken?api-version=2.0`,
    requestToken,
    get claims() {
      return claims;
    },
    setClaims(changes) {
      claims = Object.fromEntries(Object.entries({ ...claims, ...changes }).filter(([, value]) => value !== undefined));
    },
    mint,
    minted,
    completeJob() {
      completed = true;
    },
    close: server.close,
    [Symbol.asyncDispose]: server.close,
  };
}

function discovery(url: string): object {
  return {
    issuer: url,
    jwks_uri: `${url}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

async function json({ response }: Exchange, status: number, value: object): Promise<void> {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
