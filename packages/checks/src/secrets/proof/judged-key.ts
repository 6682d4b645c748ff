/** What a check says of a private key in PEM. */

import type { Candidate } from '../rule.ts';
import { decodeArmor } from './pem.ts';
import { readPrivateKey } from './private-key.ts';

/** A verdict that always has its reason. */
export interface KeyVerdict {
  readonly evidence: 'proven' | 'broken';
  readonly why: string;
}

/** Judges a key without a passphrase by its numbers or its structure. */
export function judgePem({ value }: Candidate): KeyVerdict {
  const key = readPrivateKey(decodeArmor(value) ?? new Uint8Array());
  if (!key) return { evidence: 'broken', why: 'what stands between its lines is no private key' };
  return key.holds
    ? { evidence: 'proven', why: `a whole ${key.kind}` }
    : { evidence: 'broken', why: `${key.kind}, whose numbers do not belong together` };
}
