/** Access tokens of Fly.io, which are macaroons in MessagePack. */

import { decodeBase64, encodeBase64 } from '../proof/base64.ts';
import { joined, toBytes, toText } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** An array of four: nonce, location, caveats, tail. */
const ARRAY_OF_FOUR = 0x94;
const LOCATION = 'https://api.fly.io/';

function check({ value }: Candidate): Verdict {
  const bytes = decodeBase64(value.slice(value.indexOf('_') + 1));
  if (!bytes) return { evidence: 'broken', why: 'what stands behind the prefix is not base 64' };
  const holds = bytes[0] === ARRAY_OF_FOUR && toText(bytes).includes(LOCATION);
  return holds
    ? { evidence: 'proven', why: 'a macaroon of api.fly.io' }
    : { evidence: 'shape', why: 'base 64 behind the prefix of a macaroon' };
}

export const flyToken: SecretRule = {
  id: 'fly-token',
  title: 'Fly.io access token',
  description: 'An access token of Fly.io deploys to an app or administers an organisation.',
  severity: 'critical',
  prefixes: ['fm1r_', 'fm1a_', 'fm2_'],
  shape: /fm(?:1r|1a|2)_[A-Za-z0-9+/]{80,2000}={0,2}/y,
  check,
  remedy: { rotate: 'Revoke it with `fly tokens revoke`.' },
  reference: 'https://fly.io/docs/security/tokens/',
  examples: (make) => {
    const location = `${LOCATION}v1`;
    const body = joined(
      Uint8Array.of(ARRAY_OF_FOUR, 0x93, 0xc4, 16),
      make.bytes(16),
      Uint8Array.of(0xc0, 0xc2, 0xa0 | location.length),
      toBytes(location),
    );
    const tail = joined(Uint8Array.of(0x90, 0xc4, 32), make.bytes(32));
    return {
      positive: ['fm2_', 'fm1r_'].map((prefix) => prefix + encodeBase64(joined(body, tail))),
      negative: [`fm2_${make.chars('A-Za-z0-9', 40)}`],
    };
  },
};
