/** Values that everybody knows: keys of emulators, examples out of documentation, and fillers. */

import { sha256 } from '@leasehold/kernel';
import { toHex } from './fingerprint.ts';
import { toBytes } from './proof/latin1.ts';

/** The first 16 hex digits of the SHA-256 of a value, so that none of them stands here; all are published by their vendors. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['0011cc25eb432071', 'the key of the Azure storage emulator'],
  ['aa6547439583c3a2', 'the key of the Azure Cosmos DB emulator'],
  ['2cafc0970149a84f', 'the test key of the Stripe documentation'],
  ['f2d6ca16515033e5', 'the test key of the Stripe documentation'],
  ['bcfb4d05983f8f01', 'the test key of the Stripe documentation'],
  ['051d093c4bdedbf2', 'signed like the token on the front page of jwt.io'],
  ['1a5d44a2dca19669', 'the access key id of the AWS documentation'],
  ['c6ea27c534f993d3', 'the access key id of the AWS documentation'],
  ['78314b11be2e5815', 'the secret access key of the AWS documentation'],
  ['b5b17ca1d65733bb', 'a join token of the Docker documentation'],
  ['33a6d3750d9a769b', 'a join token of the Docker documentation'],
  ['e9897976005540a6', 'a join token of the Docker documentation'],
  ['441c66009c2ab920', 'a join token of the Docker documentation'],
  ['9ec0be036c22f06f', 'an unlock key of the Docker documentation'],
  ['a7331a07f97f4686', 'an unlock key of the Docker documentation'],
  ['8fa8115a160936ec', 'an unlock key of the Docker documentation'],
  ['1c9f5c90b47ded1e', 'the temporary AccessKey ID of the Alibaba Cloud documentation'],
  ['60a09e4357868c1e', 'a key of the development accounts of Hardhat and Anvil'],
  ['095101cf732c298a', 'a key of the development accounts of Hardhat and Anvil'],
]);

/** None of them is longer, and most private keys are: those need not be hashed. */
const LONGEST_KNOWN = 128;

/** What example values are spelt with; four letters would turn up in random ones. */
const EXAMPLE =
  /example|sample|dummy|placeholder|changeme|redacted|foobar|x{5}|\*{3}|your[-_]?(?:key|token|secret|api|app|pass)/i;
/** Rows that people type instead of a value. */
const ROWS = ['0123456789', '1234567890', 'abcdefghij', '9876543210', 'qwertyuiop'];
/** A filler repeats few signs; a random value of this length does not. */
const LONG_ENOUGH = 12;
const FEW_SIGNS = 3;
/** The letters of a word in the mean, and the share of vowels among them; random letters have two and a fifth. */
const WORD = 4;
const LEAST_VOWELS = 0.3;

/** Why a value is public. */
export interface PublicReason {
  /** One that was published, not one that only looks like a filler. */
  readonly known: boolean;
  readonly why: string;
}

/**
 * Tells why a value is public.
 *
 * @param skip - length of the prefix that all values of its kind share, of which nothing is concluded
 * @returns nothing when it is not
 */
export function publicReason(value: string, skip: number): PublicReason | undefined {
  // Of a token its signature, since people put other claims before the same one; of an assignment what is assigned.
  const last = Math.max(value.lastIndexOf('.'), value.search(/=[^=]/)) + 1;
  const known = knownAs(value) ?? (last > 0 ? knownAs(value.slice(last)) : undefined);
  if (known !== undefined) return { known: true, why: `it is ${known}` };
  const why = fillerReason(value.slice(skip));
  return why === undefined ? undefined : { known: false, why };
}

function knownAs(value: string): string | undefined {
  return value.length > LONGEST_KNOWN ? undefined : KNOWN.get(toHex(sha256(toBytes(value)).subarray(0, 8)));
}

function fillerReason(rest: string): string | undefined {
  if (EXAMPLE.test(rest)) return 'it says of itself that it is an example';
  const folded = rest.toLowerCase();
  if (rest.length >= LONG_ENOUGH && hasFewSigns(folded)) return 'it repeats a few signs';
  if (ROWS.some((row) => folded.includes(row))) return 'it is a row of the keyboard or the alphabet';
  return isName(rest) ? 'it is spelt like a name in a program' : undefined;
}

/** Whether there are no more than a few different letters and digits; most values show more at their beginning. */
function hasFewSigns(folded: string): boolean {
  const seen = new Set<string>();
  for (const sign of folded) {
    if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) seen.add(sign);
    if (seen.size > FEW_SIGNS) return false;
  }
  return true;
}

/** Names are words put together: letters only, capitals where words begin, vowels between few consonants. A random value is so one in ten thousand times. */
function isName(rest: string): boolean {
  if (rest.length < LONG_ENOUGH || !/^[A-Za-z][A-Za-z._-]*$/.test(rest)) return false;
  const words = rest.split(/[._-]|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter((word) => word !== '');
  const letters = rest.replaceAll(/[^A-Za-z]/g, '');
  const vowels = letters.replaceAll(/[^aeiouy]/gi, '').length;
  return (
    letters.length >= WORD * words.length &&
    vowels >= LEAST_VOWELS * letters.length &&
    words.every((word) => /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(word)) &&
    !/[^aeiouy._-]{5}/i.test(rest)
  );
}
