/** Stored passwords: no credential as they stand, but to be had from one by trying. */

import type { Family } from './family.ts';

export const PASSWORD_HASHES: Family = {
  id: 'password-hashes',
  opens: 'try passwords against it without being seen',
  severity: 'medium',
  rotate: () => 'Change the password, and take the hash out of the repository.',
  rows: [
    { id: 'md5-crypt-hash', vendor: 'MD5-crypt', kind: 'password hash', shape: '$1$[A-Za-z0-9./]{8}$[A-Za-z0-9./]{22}' },
    { id: 'cisco-type-8-hash', vendor: 'Cisco', kind: 'type 8 password hash', shape: '$8$[A-Za-z0-9./]{8,16}$[A-Za-z0-9./]{43}' },
    {
      id: 'kerberos-asrep-hash',
      vendor: 'Kerberos',
      kind: 'AS-REP hash',
      shape: '$krb5asrep$23$([A-Za-z0-9@._-]{1,100}:)?[0-9a-f]{32}$[0-9a-f]{64,1000}',
    },
  ],
};
