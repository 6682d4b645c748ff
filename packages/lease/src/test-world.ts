/** A bank that issues and revokes, and a platform in memory; all that happens to either stands in one list. For tests. */

import {
  type Clock,
  type Decision,
  type Ended,
  type EndOrder,
  type Identity,
  type LedgerEvent,
  type Ports,
  type Provider,
  Secret,
} from '@leasehold/core';
import type { Ask } from './ask.ts';
import type { LeaseParts } from './parts.ts';
import { type Memory, memoryPlatform } from './test-platform.ts';

/** Tuesday, 24 November 2026, 10:00 UTC, by the issuer's clock. */
export const START: number = Date.UTC(2026, 10, 24, 10);

/** What a test may set before it begins, or while it runs. */
export interface Script {
  /** Milliseconds by which this machine's clock is ahead of the issuer's. */
  skewMs: number;
  /** What the next exchanges come to, in their order: thrown before the bank issued, or after (`lost`); then they succeed. */
  exchanges: (Error | { readonly lost: Error })[];
  /** What the next tokens come to, in their order; then they succeed. */
  tokens: Error[];
  /** Takes the place of the bank's own ending. */
  end: ((order: EndOrder) => Promise<Ended>) | undefined;
  /** What fails at its first use, by its line in the list of effects. */
  broken: Map<string, Error>;
}

/** One job with its bank. */
export interface World extends Memory {
  readonly script: Script;
  /** All that happened, in order. */
  readonly effects: readonly string[];
  /** Effects whose line begins with one of these words. */
  effectsOf(...words: readonly string[]): readonly string[];
  /** Every ID token and every credential that ever was. */
  readonly secrets: readonly string[];
  /** Names of the leases that live at the bank. */
  readonly live: ReadonlyMap<string, string>;
  readonly log: readonly string[];
  readonly parts: LeaseParts;
  readonly ports: Ports & { readonly clock: Clock & { advance(ms: number): void } };
  readonly bank: Provider<BankOptions>;
  ask(changes?: Partial<Ask<BankOptions>>): Ask<BankOptions>;
  /** A decision that is written into the list when it is made. */
  decide(decision: Partial<Decision>): (identity: Identity) => Decision;
}

/** What may be asked of the bank. */
export interface BankOptions {
  readonly vault: string;
}

/**
 * Opens a world.
 *
 * @param ledgerLine - prints events; as plain JSON by default
 */
export function newWorld(ledgerLine: (event: LedgerEvent) => string = (event) => JSON.stringify(event)): World {
  const script: Script = { skewMs: 0, exchanges: [], tokens: [], end: undefined, broken: new Map() };
  const effects: string[] = [];
  const happen = (effect: string): void => {
    // A value is masked in some ten forms: one line says it.
    if (effect !== 'mask' || effects.at(-1) !== 'mask') effects.push(effect);
    const error = script.broken.get(effect);
    script.broken.delete(effect);
    if (error) throw error;
  };

  const secrets: string[] = [];
  const identities = new Map<string, Identity>();
  const clock = handClock(() => script.skewMs);
  const log: string[] = [];
  const say =
    (level: string) =>
    (line: string): void =>
      void log.push(`${level}: ${line}`);
  let seed = 0;
  const ports: World['ports'] = {
    clock,
    http: () => Promise.reject(new Error('the bank needs no network')),
    log: { debug: say('debug'), info: say('info'), notice: say('notice'), warning: say('warning'), error: say('error') },
    // Small steps of an odd number reach every byte, and no two ids are the same.
    random: (length) =>
      Uint8Array.from({ length }, () => {
        seed = (seed + 37) % 251;
        return seed;
      }),
  };

  const newSecret = (what: string): string => {
    const secret = `${what}-${secrets.length + 1}-${'s3cr/t+'.repeat(3)}`;
    secrets.push(secret);
    return secret;
  };
  const mint = async (audience: string): Promise<Secret> => {
    happen(`mint ${audience}`);
    const failure = script.tokens.shift();
    if (failure) throw failure;
    const token = newSecret('token');
    const issuedAt = Math.floor((clock.now() - script.skewMs) / 1000);
    const claims = { sub: 'repo:acme/site:ref:refs/heads/main', repository: 'acme/site', jti: token };
    identities.set(token, {
      issuer: 'https://issuer.example',
      subject: claims.sub,
      audience: [audience],
      issuedAt,
      expiresAt: issuedAt + 300,
      claims,
    });
    return new Secret(token);
  };

  const live = new Map<string, string>();
  const bank: Provider<BankOptions> = {
    id: 'bank',
    title: 'Bank',
    options: [{ name: 'vault', description: 'The vault.', required: true }],
    outputs: [{ name: 'bank-token', description: 'The token.' }],
    trust: { read: () => [], render: () => '' },
    parse: (raw) => ({ vault: String(raw.vault) }),
    audience: () => 'bank.example',
    describe: ({ vault }) => ({ target: `vault ${vault}`, scope: ['open'] }),
    plan: ({ vault }, { leaseId, run, ttl, from }) => ({
      handle: { vault },
      name: `lh-${run.platform}-${run.run}-${run.attempt}-${leaseId}`,
      ending: { kind: 'revoked', why: 'the bank revokes by name', timeBoxed: false },
      notAfter: (from + ttl) * 1000,
    }),
    async exchange(plan, { token }) {
      happen(`exchange ${token.reveal().split('-', 2).join('-')}`);
      const failure = script.exchanges.shift();
      if (failure instanceof Error) throw failure;
      const credential = newSecret('credential');
      live.set(plan.name, credential);
      if (failure) throw failure.lost;
      return {
        credential: new Secret(credential),
        mark: { hash: btoa('h'.repeat(32)) },
        expiresAt: plan.notAfter,
        handle: { ...plan.handle, name: plan.name },
      };
    },
    deliver: (_handle, credential, folder) => ({
      env: { env: { BANK_TOKEN: credential, BANK_REGION: 'north' }, outputs: {}, files: {} },
      file: { env: { BANK_FILE: `${folder}/token` }, outputs: {}, files: { token: credential } },
      output: { env: {}, outputs: { 'bank-token': credential, region: 'north' }, files: {} },
    }),
    async end(order) {
      happen('end');
      if (script.end) return script.end(order);
      const name = String(order.handle.name);
      const before = order.credential && live.get(name) === order.credential.reveal();
      await order.mint(order.audience);
      const gone = !live.delete(name);
      const verified = before === true && !live.has(name);
      return {
        outcome: gone ? 'already-dead' : 'ended',
        kind: 'revoked',
        verified,
        detail: verified ? 'refused after it was answered' : 'no probe was possible',
      };
    },
  };

  const memory = memoryPlatform(happen, mint);
  const readIdToken = (token: Secret): Identity => {
    const identity = identities.get(token.reveal());
    if (!identity) throw new Error('a token of somebody else');
    return identity;
  };
  return {
    script,
    effects,
    effectsOf: (...words) => effects.filter((effect) => words.some((word) => effect.startsWith(word))),
    ...memory,
    secrets,
    live,
    log,
    parts: { platform: memory.platform, readIdToken, ledgerLine },
    ports,
    bank,
    ask: (changes) => ({
      provider: bank,
      options: { vault: 'main' },
      ttl: 600,
      delivery: 'env',
      onRevokeFailure: 'fail',
      about: { breakGlass: false },
      ...changes,
    }),
    decide: (decision) => () => {
      happen('decide');
      return { allowed: true, grant: 'open-vault', ttl: 300, breakGlass: false, rules: [], mismatches: [], ...decision };
    },
  };
}

/** A clock that moves when told; a sleep that can be cut short lasts until it is, so that a deadline passes only where a test lets it. */
function handClock(ahead: () => number): World['ports']['clock'] {
  let now = START;
  const waiting = new Map<() => void, number>();
  return {
    now: () => now + ahead(),
    async sleep(ms, signal) {
      if (!signal) {
        now += ms;
        return;
      }
      await new Promise<void>((resolve) => {
        waiting.set(resolve, now + ms);
        signal.addEventListener('abort', () => resolve());
      });
    },
    advance(ms) {
      now += ms;
      for (const [resolve, at] of waiting) if (at <= now) resolve();
    },
  };
}
