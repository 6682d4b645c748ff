/** Stored passwords: no credential as they stand, but to be had from one by trying. */

import type { Family } from './family.ts';

export const PASSWORD_HASHES: Family = {
  id: 'password-hashes',
  opens: 'try passwords against it without being seen',
  severity: 'medium',
  // Nobody signs in with one as it stands, and tests are full of them.
  tier: 'heuristic',
  rotate: () => 'Change the password, and take the hash out of the repository.',
  rows: [
    {
      id: 'bcrypt-hash',
      vendor: 'bcrypt',
      kind: 'password hash',
      shape: '$2(a|b|y)$[0-3][0-9]$[A-Za-z0-9./]{53}',
      prefixes: ['$2a$', '$2b$', '$2y$'],
    },
    {
      id: 'sha256-crypt-hash',
      vendor: 'SHA256-crypt',
      kind: 'password hash',
      shape: '$5$(rounds=[0-9]{1,9}$)?[A-Za-z0-9./]{8,16}$[A-Za-z0-9./]{43}',
    },
    {
      id: 'sha512-crypt-hash',
      vendor: 'SHA512-crypt',
      kind: 'password hash',
      shape: '$6$(rounds=[0-9]{1,9}$)?[A-Za-z0-9./]{8,16}$[A-Za-z0-9./]{86}',
    },
    {
      id: 'yescrypt-hash',
      vendor: 'yescrypt',
      kind: 'password hash',
      shape: '$y$[A-Za-z0-9./]{2,8}$[A-Za-z0-9./]{8,86}$[A-Za-z0-9./]{43}',
    },
    {
      id: 'apache-md5-hash',
      vendor: 'Apache',
      kind: 'password hash of htpasswd',
      shape: '$apr1$[A-Za-z0-9./]{2,8}$[A-Za-z0-9./]{22}',
    },
    {
      id: 'argon2-hash',
      vendor: 'Argon2',
      kind: 'password hash',
      shape: '$argon2(id|i|d)$v=[0-9]{2}$m=[0-9]{1,9},t=[0-9]{1,4},p=[0-9]{1,4}$[A-Za-z0-9+/]{11,86}$[A-Za-z0-9+/]{22,170}',
      prefixes: ['$argon2id$', '$argon2i$', '$argon2d$'],
    },
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
