/** Passwords that a PowerShell script makes a secure string of: the string is secure, the script is not. */

import type { Candidate, SecretRule, Verdict } from '../rule.ts';
import { isFiller } from '../url-credentials.ts';

const NAMES = ['ConvertTo-SecureString', 'convertto-securestring', 'ConvertTo-Securestring', 'Convertto-SecureString'];

const CLEAR = /-as/i;

function check({ value, before, after }: Candidate): Verdict {
  const clear =
    CLEAR.test(before.slice(before.toLowerCase().lastIndexOf('convertto'))) || CLEAR.test(after.split('\n', 1)[0] ?? '');
  if (!clear || isFiller(value)) return { evidence: 'none' };
  return { evidence: 'shape', why: 'a password in clear text for `ConvertTo-SecureString`' };
}

export const powershellSecureString: SecretRule = {
  id: 'powershell-secure-string',
  title: 'password in a PowerShell script',
  description: 'A secure string that is made of a literal protects nothing: the password stands in the script.',
  severity: 'high',
  tier: 'contextual',
  prefixes: NAMES,
  // Switches may stand before the literal; whether one says that it is clear text is asked of both sides.
  shape:
    /[Cc]onvert[Tt]o-[Ss]ecure[Ss]tring(?:\s{1,4}-[A-Za-z]{3,12})?(?:\s{1,4}-[A-Za-z]{3,12})?(?:\s{1,4}-[A-Za-z]{3,12})?\s{1,4}["'](?<secret>[^"'\s$`]{4,200})(?=["'])/y,
  check,
  remedy: { rotate: 'Change the password, and read it at run time from a vault or by the identity of the job.' },
  reference: 'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
  examples: (make) => ({
    positive: NAMES.map((name) => `${name} "${make.chars('A-Za-z0-9', 16)}" -AsPlainText -Force`),
    negative: [
      'ConvertTo-SecureString $password -AsPlainText -Force',
      'ConvertTo-SecureString "$env:PASSWORD" -AsPlainText -Force',
    ],
  }),
};
