/** Private keys of PuTTY without a passphrase. */

import { decodeBase64, encodeBase64 } from '../proof/base64.ts';
import { bytesOf } from '../proof/big-number.ts';
import { exampleRsaNumbers } from '../proof/example-key.ts';
import { judgeRsa } from '../proof/private-key.ts';
import { readSsh, sshStrings } from '../proof/ssh-wire.ts';
import type { Candidate, ExampleMaker, SecretRule, Verdict } from '../rule.ts';

function check({ value }: Candidate): Verdict {
  const [, type] = /^PuTTY-User-Key-File-\d: ([a-z0-9-]{5,40})/.exec(value) ?? [];
  const open = block(value, 'Public-Lines');
  const secret = block(value, 'Private-Lines');
  if (!open || !secret) return { evidence: 'broken', why: 'its lines are not base 64' };
  const [, exponent, modulus] = readSsh(open).strings(3) ?? [];
  if (type !== 'ssh-rsa') return { evidence: 'proven', why: `a whole ${type} key` };
  const [, p, q] = readSsh(secret).strings(3) ?? [];
  const key = exponent && modulus && p && q ? judgeRsa(modulus, p, q) : undefined;
  return key?.holds
    ? { evidence: 'proven', why: `a whole ${key.kind}` }
    : { evidence: 'broken', why: 'an RSA key, whose numbers do not belong together' };
}

function block(value: string, name: string): Uint8Array | undefined {
  const [, body = '-'] =
    new RegExp(`${name}: \\d{1,3}([A-Za-z0-9+/=\\s]{20,12000})`).exec(value.replaceAll(/\\+[rn]/g, '\n')) ?? [];
  // The class also takes the word before the next hyphen.
  return decodeBase64(body.replace(/\s{1,4}Private$/, '').replaceAll(/\s/g, ''));
}

function write(make: ExampleMaker): string {
  const { modulus, p, q, secret } = exampleRsaNumbers(make);
  const open = encodeBase64(sshStrings('ssh-rsa', bytesOf(65537n), bytesOf(modulus)));
  const hidden = encodeBase64(sshStrings(bytesOf(secret), bytesOf(p), bytesOf(q), bytesOf(3n)));
  const [first, second] = [open, hidden].map((text) => text.replaceAll(/(.{64})(?=.)/g, '$1\n')) as [string, string];
  const lines = (text: string): number => text.split('\n').length;
  return `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: deploy\nPublic-Lines: ${lines(first)}\n${first}\nPrivate-Lines: ${lines(second)}\n${second}\nPrivate-MAC: ${make.chars('0-9a-f', 64)}`;
}

export const puttyPrivateKey: SecretRule = {
  id: 'putty-private-key',
  title: 'PuTTY private key',
  description: 'A private key of PuTTY without a passphrase logs in wherever its public half is authorised.',
  severity: 'critical',
  selfMade: true,
  prefixes: ['PuTTY-User-Key-File-'],
  shape:
    /PuTTY-User-Key-File-[123]: [a-z0-9-]{5,40}[\s\\rn]{1,8}Encryption: none[\s\\rn]{1,8}Comment: [^\n\\]{0,200}[\s\\rn]{1,8}Public-Lines: \d{1,3}[\s\\][A-Za-z0-9+/=\s\\]{40,6000}-Lines: \d{1,3}[\s\\][A-Za-z0-9+/=\s\\]{20,12000}-(?:MAC|Hash): [0-9a-f]{40,64}/y,
  check,
  remedy: { rotate: 'Make another key pair, and take the public half out of every `authorized_keys`, deploy key and account.' },
  reference: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
  examples: (make) => {
    const key = write(make);
    return { positive: [key, key.replaceAll('\n', '\r\n')], negative: [key.replace('none', 'aes256-cbc'), key.slice(0, 200)] };
  },
};
