/** From what a person wrote to one ask: by a grant of the policy file, or inline. */

import {
  ConfigError,
  type Decision,
  type DeliveryKind,
  type Grant,
  type GrantRequest,
  type Identity,
  type Provider,
  suggest,
  type TrustStatement,
} from '@leasehold/core';
import { type Ask, aboutGrant } from './ask.ts';

/** Seconds; long enough for most deployments, short enough to matter when nothing can end the lease early. */
const DEFAULT_TTL = 900;

/** What was written: inputs of an action, or options of a command. */
export interface Wanted {
  /** Id of a grant; undefined in the inline form. */
  readonly lease: string | undefined;
  readonly reason: string | undefined;
  readonly policyFile: string;
  readonly provider: string;
  /** Seconds; undefined leaves it to the grant or to the default. */
  readonly ttl: number | undefined;
  readonly delivery: DeliveryKind;
  readonly onRevokeFailure: 'fail' | 'warn';
  /** Options of the provider that were given, in the inline form. */
  readonly options: Readonly<Record<string, string>>;
}

/** The policy package as it is handed in; `P` is its policy. */
export interface PolicyParts<P extends { readonly grants: ReadonlyMap<string, Grant> }> {
  readonly readPolicy: (text: string, file: string, providers: readonly Provider[]) => P;
  readonly decide: (policy: P, request: GrantRequest, identity: Identity) => Decision;
  readonly grantTrust: (grant: Grant, issuer: string) => readonly TrustStatement[];
}

/** What an ask is made from. */
export interface PrepareParts<P extends { readonly grants: ReadonlyMap<string, Grant> }> {
  readonly providers: readonly Provider[];
  /** Called only when a grant is named, so that nobody else pays for loading it. */
  readonly policy: () => Promise<PolicyParts<P>>;
  /** The text of a file, or undefined when there is none. */
  readonly readText: (path: string) => Promise<string | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What is asked, and what is known of who may ask. */
export interface Prepared {
  readonly ask: Ask<unknown>;
  /** The grant's subjects as trust data for a given issuer; undefined in the inline form. */
  readonly trust: ((issuer: string) => readonly TrustStatement[]) | undefined;
}

/**
 * Turns what was written into an ask; everything that can be wrong is found here, before any network call.
 *
 * @throws ConfigError for whatever is wrong in it or in the policy file
 */
export async function prepare<P extends { readonly grants: ReadonlyMap<string, Grant> }>(
  wanted: Wanted,
  parts: PrepareParts<P>,
): Promise<Prepared> {
  const how = { delivery: wanted.delivery, onRevokeFailure: wanted.onRevokeFailure } as const;
  if (wanted.lease === undefined) {
    const provider = providerNamed(wanted.provider, parts.providers);
    const about = { breakGlass: false, ...(wanted.reason ? { reason: wanted.reason } : {}) };
    const options = provider.parse(wanted.options, parts.env);
    return { ask: { ...how, provider, options, ttl: wanted.ttl ?? DEFAULT_TTL, about }, trust: undefined };
  }
  const { decide, grantTrust, readPolicy } = await parts.policy();
  const policy = readPolicy(await policyText(wanted, parts), wanted.policyFile, parts.providers);
  const grant = policy.grants.get(wanted.lease);
  if (!grant) throw unknownGrant(wanted.lease, wanted.policyFile, [...policy.grants.keys()]);
  const request = {
    grant: grant.id,
    ...(wanted.ttl === undefined ? {} : { ttl: wanted.ttl }),
    ...(wanted.reason === undefined ? {} : { reason: wanted.reason }),
  };
  const provider = providerNamed(grant.provider, parts.providers);
  return {
    ask: {
      ...how,
      provider,
      options: optionsOf(grant, provider, wanted, parts),
      ttl: wanted.ttl ?? grant.ttl.default,
      about: aboutGrant(grant, request),
      decide: (identity) => decide(policy, request, identity),
    },
    trust: (issuer) => grantTrust(grant, issuer),
  };
}

/** What is wrong with a grant's options is told together with the grant: a file may have many. */
function optionsOf(grant: Grant, provider: Provider, wanted: Wanted, { env }: Pick<PrepareParts<never>, 'env'>): unknown {
  try {
    return provider.parse(grant.with, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { code, help } = error;
    throw new ConfigError(`grant \`${grant.id}\` of \`${wanted.policyFile}\`: ${error.message}`, {
      code,
      ...(help ? { help } : {}),
      cause: error,
    });
  }
}

function providerNamed(id: string, providers: readonly Provider[]): Provider {
  const provider = providers.find((candidate) => candidate.id === id);
  if (provider) return provider;
  const ids = providers.map((candidate) => candidate.id);
  const near = suggest(id, ids);
  throw new ConfigError(`\`${id}\` is not a provider`, {
    code: 'ERR_PROVIDER_UNKNOWN',
    help: near ? `did you mean \`${near}\`?` : `known are ${ids.map((known) => `\`${known}\``).join(', ')}`,
  });
}

async function policyText(wanted: Wanted, parts: Pick<PrepareParts<never>, 'readText'>): Promise<string> {
  const text = await parts.readText(wanted.policyFile);
  if (text !== undefined) return text;
  throw new ConfigError(`there is no policy file \`${wanted.policyFile}\``, {
    code: 'ERR_POLICY_FILE',
    help: 'check out the repository before this step (`actions/checkout`), name the file with `policy-file`, or leave `lease` out and give `provider` and its options inline',
  });
}

function unknownGrant(id: string, file: string, known: readonly string[]): ConfigError {
  const near = suggest(id, known);
  return new ConfigError(`the policy file \`${file}\` has no grant \`${id}\``, {
    code: 'ERR_GRANT_UNKNOWN',
    help: near ? `did you mean \`${near}\`?` : `it has ${known.map((other) => `\`${other}\``).join(', ') || 'none'}`,
  });
}
