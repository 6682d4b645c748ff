/** Personal access tokens of Jira, Confluence and Bitbucket on own servers: base 64 of a number, a colon and random bytes. */

import { decodeBase64, encodeBase64 } from '../proof/base64.ts';
import { judgedForm } from '../proof/judged.ts';
import { joined, toBytes, toText } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** The two digits that the number begins with make one of these in base 64. */
const PREFIXES = ['BBDC-', 'MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'] as const;

function check({ value }: Candidate): Verdict {
  const bytes = decodeBase64(value.replace(/^BBDC-/, '')) ?? new Uint8Array();
  const [, id] = /^([1-9]\d{3,14}):/.exec(toText(bytes)) ?? [];
  // Many values of this length begin alike; only the sign of Bitbucket says that it was meant to be one.
  if (id === undefined && !value.startsWith('BBDC-')) return { evidence: 'none' };
  return judgedForm(id && `base 64 of the number ${id} and random bytes`, 'base 64, but not of a number and a colon');
}

export const atlassianDataCenterToken: SecretRule = {
  id: 'atlassian-data-center-token',
  title: 'Atlassian Data Center personal access token',
  description: 'A personal access token of a Jira, Confluence or Bitbucket server acts as its owner.',
  severity: 'high',
  prefixes: PREFIXES,
  shape: /(?:BBDC-)?[MNO][TDjz][A-Za-z0-9+/]{42}/y,
  check,
  near: ['jira', 'confluence', 'bitbucket', 'atlassian', 'bbdc-'],
  remedy: { rotate: 'Revoke it under Profile, Personal access tokens of that server.' },
  reference: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
  examples: (make) => {
    const token = encodeBase64(joined(toBytes(`${make.chars('1-9', 12)}:`), make.bytes(20)));
    return { positive: [token, `BBDC-${token}`], negative: [token.slice(1), `M${make.chars('A-Za-z0-9', 40)}`] };
  },
};
