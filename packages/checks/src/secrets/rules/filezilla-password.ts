/** Passwords of sites that FileZilla keeps: in base 64, which hides nothing. */

import { decodeBase64, encodeBase64 } from '../proof/base64.ts';
import { toBytes, toText } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';
import { isFiller } from '../url-credentials.ts';

function check({ value }: Candidate): Verdict {
  const password = toText(decodeBase64(value) ?? new Uint8Array());
  if (!/^[\x20-\x7e\x80-\xff]{4,400}$/.test(password) || isFiller(password)) return { evidence: 'none' };
  return { evidence: 'shape', why: 'a password in base 64 where FileZilla keeps that of a site' };
}

export const filezillaPassword: SecretRule = {
  id: 'filezilla-password',
  title: 'password of a FileZilla site',
  description: 'Whoever reads this file can sign in at the server that stands beside it.',
  severity: 'high',
  prefixes: ['encoding="base64">'],
  shape: /encoding="base64">(?<secret>[A-Za-z0-9+/]{6,540}={0,2})(?=<\/Pass>)/y,
  check,
  remedy: {
    rotate: 'Change the password at that server, and set a master password in FileZilla so that it encrypts what it keeps.',
  },
  reference: 'https://wiki.filezilla-project.org/Documentation',
  examples: (make) => ({
    positive: [12, 21].map(
      (length) => `<Pass encoding="base64">${encodeBase64(toBytes(`7${make.chars('A-Za-z0-9', length)}`))}</Pass>`,
    ),
    negative: [
      `<Pass encoding="base64">${encodeBase64(toBytes('password'))}</Pass>`,
      `<File encoding="base64">${encodeBase64(make.bytes(60))}</File>`,
      '<Pass encoding="base64"></Pass>',
    ],
  }),
};
