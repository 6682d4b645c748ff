/** The AWS account that an access key id carries. */

import { decodeBase32 } from './base32.ts';

/** Ids from before 2019 carry none: their fifth character is below this. */
const FIRST_WITH_ACCOUNT = 'Q';

/**
 * Decodes the account: the bits 8 to 47 of the six bytes that stand behind the four letters.
 *
 * @returns Twelve digits, or nothing for the older ids.
 * @example awsAccount(id) // '029608264753', of an id whose first letters behind `ASIA` are `QNZGKIQY56`
 */
export function awsAccount(id: string): string | undefined {
  const bytes = decodeBase32(id.slice(4, 14));
  if (!bytes || (id[4] as string) < FIRST_WITH_ACCOUNT) return undefined;
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const account = ((number & 0x7fff_ffff_ff80n) >> 7n).toString();
  return account.length <= 12 ? account.padStart(12, '0') : undefined;
}
