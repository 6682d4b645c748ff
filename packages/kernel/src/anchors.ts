/** The literals behind three of the anchors, as data. */

/** What a literal stands for; the numbers are those of `assembly/node.ts`. */
export const KINDS = { stem: 0, armor: 1, authority: 2, prefix: 3 } as const;

/** Beginnings of words that say that a credential is being assigned, in any case. */
export const STEMS: readonly string[] = [
  'auth',
  'basi',
  'bear',
  'cred',
  'dsn',
  'key',
  'pass',
  'psk',
  'pwd',
  'salt',
  'secr',
  'toke',
];

/** Heads of private keys: PEM and OpenPGP, PuTTY, the base64 of `openssh-key-v1`, age. */
export const ARMOR: readonly string[] = ['-----BEGIN', 'PuTTY-User-Key-File-', 'b3BlbnNzaC1rZXktdjE', 'AGE-SECRET-KEY-1'];

/** What stands before the user's name in an address. */
export const AUTHORITY = '://';
