/** The token comes from an issuer that is not the one that is trusted. */

import type { TrustCause } from '@leasehold/core';
import { bareIssuer, type IssuerKind, issuerKind, PUBLIC_ISSUER } from '../issuer.ts';
import { type Cause, own, quoted, refusalSays, type TrustCase } from '../trust-case.ts';

/** What the issuers that the nearest statement is about are, when none of them is the token's. */
function trustedIssuers({ comparison }: TrustCase): readonly string[] | undefined {
  const nearest = comparison?.nearest;
  return nearest === undefined || nearest.issuer
    ? undefined
    : nearest.statement.issuers.map((known) => `https://${bareIssuer(known)}`);
}

/** Speaks when the issuer did not match, or could not be compared and is not the one that most trust policies name. */
function unlike(
  trustCase: TrustCase,
  kinds: readonly IssuerKind[],
  say: (issuer: string, trusted: string) => Omit<TrustCause, 'id'>,
) {
  const actual = own(trustCase, 'iss');
  if (actual === undefined) return undefined;
  const trusted = trustedIssuers(trustCase);
  if (trusted === undefined && !trustCase.blind) return undefined;
  const fits = kinds.includes(issuerKind(actual)) || (trusted?.some((known) => kinds.includes(issuerKind(known))) ?? false);
  return fits ? say(actual, quoted(trusted ?? [`https://${PUBLIC_ISSUER}`])) : undefined;
}

/** An enterprise may ask for an issuer of its own, with its slug in the path. See "Enforcing policies for GitHub Actions in your enterprise". */
export const issuerEnterprise: Cause = {
  id: 'issuer-enterprise',
  applies: (trustCase) =>
    unlike(trustCase, ['enterprise'], (issuer, trusted) => ({
      message: `the token's issuer is \`${issuer}\`, and a trust policy for ${trusted} does not admit it: an enterprise with an issuer of its own has its slug in the path`,
      help: `register \`${issuer}\` as an identity provider, slug included, and write it in every condition of the trust policy`,
    })),
};

/** GitHub Enterprise Server and ghe.com issue under their own hosts. */
export const issuerHost: Cause = {
  id: 'issuer-host',
  applies: (trustCase) => {
    if (issuerKind(own(trustCase, 'iss') ?? '') === 'enterprise') return undefined;
    return unlike(trustCase, ['residency', 'server'], (issuer, trusted) => ({
      message: `the token's issuer is \`${issuer}\`, and a trust policy for ${trusted} does not admit it: GitHub Enterprise Server and ghe.com issue under a host of their own`,
      help: `register \`${issuer}\` as an identity provider that the cloud can reach, and write it in every condition of the trust policy`,
    }));
  },
};

/** Any other issuer that no statement is about. */
export const issuer: Cause = {
  id: 'issuer',
  applies: (trustCase) => {
    const trusted = trustedIssuers(trustCase);
    const actual = own(trustCase, 'iss');
    if (trusted === undefined || actual === undefined) return undefined;
    const special = [actual, ...trusted].some((known) => ['enterprise', 'residency', 'server'].includes(issuerKind(known)));
    return special
      ? undefined
      : {
          message: `the token's issuer is \`${actual}\`, and the trust policy is about ${quoted(trusted)}`,
          help: `write a statement for \`${actual}\``,
        };
  },
};

/** A trust policy may name an identity provider that the account does not have. */
export const providerNotRegistered: Cause = {
  id: 'provider-not-registered',
  applies: (trustCase) => {
    const actual = own(trustCase, 'iss');
    return actual !== undefined && refusalSays(trustCase.input.refusal) === 'no-provider'
      ? {
          message: `the account has no identity provider for the issuer \`${actual}\``,
          help: `register \`${actual}\` with the audience \`${trustCase.input.audience}\` in the account that the role stands in`,
        }
      : undefined;
  },
};
