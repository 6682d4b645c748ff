/** Passwords in a `.netrc`, which tools read on their own. */

import type { Candidate, SecretRule, Verdict } from '../rule.ts';
import { isFiller } from '../url-credentials.ts';

function check({ value, before }: Candidate): Verdict {
  const [, host] = /machine\s{1,8}(\S{1,100})\s{1,20}login\s[\s\S]{0,140}$/.exec(before) ?? [];
  if (isFiller(value)) return { evidence: 'none' };
  return { evidence: 'shape', why: `the password for \`${host ?? 'a machine'}\` as \`.netrc\` has it` };
}

export const netrcPassword: SecretRule = {
  id: 'netrc-password',
  title: 'password in a .netrc',
  description: 'Whoever reads this line can sign in at the machine that it names.',
  severity: 'high',
  tier: 'contextual',
  prefixes: ['machine'],
  shape:
    /machine\s{1,8}[\w-]{1,63}\.[\w.-]{2,100}\s{1,20}login\s{1,8}[^\s"'<>${}%]{1,100}\s{1,20}password\s{1,8}(?<secret>[^\s"'<>${}%]{4,200})/y,
  check,
  remedy: { rotate: 'Change the password or revoke the token at that machine, and hand it to the job at run time instead.' },
  reference: 'https://everything.curl.dev/usingcurl/netrc.html',
  examples: (make) => ({
    positive: [
      `machine git.acme.dev login ci password ${make.chars('A-Za-z0-9', 20)}`,
      `machine api.acme.dev\n  login ci\n  password ${make.chars('A-Za-z0-9', 20)}`,
    ],
    negative: ['machine git.acme.dev login ci password $TOKEN', 'machine learning login page password reset'],
  }),
};
