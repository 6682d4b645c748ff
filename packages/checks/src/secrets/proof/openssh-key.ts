/** Private keys in the format of OpenSSH. */

import { joined, toBytes, toText } from './latin1.ts';
import { judgeRsa, type KeyReading } from './private-key.ts';
import { readSsh, type SshReader, sshNumber, sshStrings } from './ssh-wire.ts';

const MAGIC = 'openssh-key-v1\0';

/** A key, or the cipher that it stands under. */
export type OpenSshReading = { readonly cipher: string } | KeyReading;

/**
 * Reads a key: magic, cipher, one public key, and the private part, whose two check numbers must be equal.
 *
 * @returns The cipher where it is not `none`; nothing where the bytes are no such key.
 * @see https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
 */
export function readOpenSshKey(bytes: Uint8Array): OpenSshReading | undefined {
  if (toText(bytes.subarray(0, MAGIC.length)) !== MAGIC) return undefined;
  const reader = readSsh(bytes.subarray(MAGIC.length));
  const [cipher, kdf, options] = reader.strings(3) ?? [];
  if (!cipher || !kdf || !options || reader.number() !== 1) return undefined;
  const name = toText(cipher);
  if (name !== 'none') return { cipher: name };
  const [, hidden] = reader.strings(2) ?? [];
  if (!hidden) return undefined;
  const secret = readSsh(hidden);
  const check = secret.number();
  const again = secret.number();
  const type = secret.string();
  if (check === undefined || !type) return undefined;
  const key = readNumbers(toText(type), secret);
  return { ...key, holds: check === again && key.holds };
}

function readNumbers(type: string, secret: SshReader): KeyReading {
  if (type === 'ssh-rsa') {
    const [modulus, , , , p, q] = secret.strings(6) ?? [];
    return modulus && p && q ? judgeRsa(modulus, p, q) : { kind: 'RSA key', holds: false };
  }
  if (type === 'ssh-ed25519') {
    const [open, both] = secret.strings(2) ?? [];
    // The secret of 64 bytes ends in the public half.
    const holds = open?.length === 32 && both?.length === 64 && toText(both.subarray(32)) === toText(open);
    return { kind: 'Ed25519 key', holds };
  }
  return { kind: `${type} key`, holds: secret.strings(2) !== undefined };
}

/** Writes an Ed25519 key, without a passphrase or as if under a cipher. */
export function writeOpenSshKey(open: Uint8Array, seed: Uint8Array, check: Uint8Array, cipher = 'none'): Uint8Array {
  const type = 'ssh-ed25519';
  const secret = joined(check, check, sshStrings(type, open, joined(seed, open), ''));
  const kdf = cipher === 'none' ? 'none' : 'bcrypt';
  const head = joined(toBytes(MAGIC), sshStrings(cipher, kdf, cipher === 'none' ? '' : sshStrings(check, check)), sshNumber(1));
  return joined(head, sshStrings(sshStrings(type, open), secret));
}
