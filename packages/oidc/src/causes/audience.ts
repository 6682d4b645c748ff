/** The token was minted for somebody else. */

import { claimValues } from '../claim.ts';
import { type Cause, quoted, wanted } from '../trust-case.ts';

/** RFC 7519, section 4.1.3: who is not named in `aud` must refuse. GitHub's default is the URL of the repository's owner. */
export const audience: Cause = {
  id: 'audience',
  applies: (trustCase) => {
    const { claims, input } = trustCase;
    if (claims === undefined) return undefined;
    const actual = claimValues(claims, 'aud');
    const expected = wanted(trustCase, 'aud');
    if (expected.length > 0) {
      return {
        message: `the token is for the audience ${quoted(actual)}, and the trust admits ${quoted(expected)}`,
        help: `set the input \`audience\` to ${quoted(expected.slice(0, 1))}, or let the trust admit ${quoted(actual)}`,
      };
    }
    if (!actual.includes(input.audience)) {
      return {
        message: `the token is for the audience ${quoted(actual)}, and the provider expects ${quoted([input.audience])}`,
        help: `set the input \`audience\` to ${quoted([input.audience])}`,
      };
    }
    return /audience/i.test(input.refusal.detail)
      ? {
          message: `the provider does not know the audience ${quoted(actual)}`,
          help: `add ${quoted(actual)} to the audiences of the identity provider (on AWS: the client ids of the OpenID Connect provider), or set the input \`audience\` to one that is there`,
        }
      : undefined;
  },
};
