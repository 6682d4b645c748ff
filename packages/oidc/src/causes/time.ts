/** Causes that lie in time: a clock, an expiry, a second use, a trust that is not there yet. */

import { claimValues } from '../claim.ts';
import { type Cause, refusalSays, type TrustCase } from '../trust-case.ts';
import { isUnexplained } from './account.ts';

/** Verifiers commonly forgive a minute. */
const LEEWAY_SECONDS = 60;

function seconds({ claims }: TrustCase, name: string): number | undefined {
  const value = Number(claims === undefined ? Number.NaN : claimValues(claims, name)[0]);
  return Number.isFinite(value) ? value : undefined;
}

function serverSeconds({ input }: TrustCase): number | undefined {
  return input.serverDate === undefined ? undefined : Math.floor(input.serverDate / 1000);
}

/** RFC 7519, sections 4.1.5 and 4.1.6. */
export const clockSkew: Cause = {
  id: 'clock-skew',
  applies: (trustCase) => {
    const issued = seconds(trustCase, 'iat');
    const notBefore = seconds(trustCase, 'nbf') ?? issued;
    const server = serverSeconds(trustCase);
    if (issued === undefined || notBefore === undefined) return undefined;
    if (server !== undefined && (issued - server > LEEWAY_SECONDS || notBefore - server > LEEWAY_SECONDS)) {
      return {
        message: `the clock of the provider is ${issued - server} s behind that of the token's issuer`,
        help: 'set the clock of whichever is yours, the provider or the CI server, by NTP',
      };
    }
    return refusalSays(trustCase.input.refusal) === 'skewed'
      ? {
          message: 'the provider says that the token or the request is from another time than its own clock shows',
          help: 'set the clock of this machine, and of the provider if it is yours, by NTP',
        }
      : undefined;
  },
};

/** RFC 7519, section 4.1.4. GitHub's tokens live for five minutes. */
export const tokenExpired: Cause = {
  id: 'token-expired',
  applies: (trustCase) => {
    const expires = seconds(trustCase, 'exp');
    const server = serverSeconds(trustCase);
    if (expires === undefined) return undefined;
    if (server !== undefined && server >= expires) {
      return {
        message: `the token had expired ${server - expires} s before the provider saw it`,
        help: 'mint a token for every attempt; if this one was fresh, the clock of the provider or of the CI server is wrong',
      };
    }
    return refusalSays(trustCase.input.refusal) === 'expired'
      ? { message: 'the provider says that the token has expired', help: 'mint a token for every attempt, and use it at once' }
      : undefined;
  },
};

/** RFC 7519, section 4.1.7: several verifiers accept a `jti` once. */
export const tokenReused: Cause = {
  id: 'token-reused',
  applies: ({ claims, input }) =>
    claims !== undefined && refusalSays(input.refusal) === 'reused'
      ? {
          message: 'the provider accepts an ID token once, and has seen this one',
          help: 'mint a token for every exchange and every attempt',
        }
      : undefined,
};

/** Clouds spread a new trust policy over their regions. */
export const trustJustCreated: Cause = {
  id: 'trust-just-created',
  applies: (trustCase) =>
    isUnexplained(trustCase)
      ? {
          message: 'a trust policy or identity provider that was just written may take some minutes until it holds everywhere',
          help: 'if it was changed in the last five minutes, run the job again',
        }
      : undefined,
};
