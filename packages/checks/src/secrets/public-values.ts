/** Values that everybody knows: keys of emulators, examples out of documentation, and fillers. */

import { toHex } from './fingerprint.ts';
import { toBytes } from './proof/latin1.ts';
import { sha256 } from './proof/sha256.ts';

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
]);

/** What example values are spelt with; four letters would turn up in random ones. */
const EXAMPLE =
  /example|sample|dummy|placeholder|changeme|redacted|foobar|x{5}|\*{3}|your[-_]?(?:key|token|secret|api|app|pass)/i;
/** Rows that people type instead of a value. */
const ROWS = ['0123456789', '1234567890', 'abcdefghij', '9876543210', 'qwertyuiop'];
/** A filler repeats few signs; a random value of this length does not. */
const LONG_ENOUGH = 12;
const FEW_SIGNS = 3;

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
  const known = KNOWN.get(nameOf(value)) ?? (last > 0 ? KNOWN.get(nameOf(value.slice(last))) : undefined);
  if (known !== undefined) return { known: true, why: `it is ${known}` };
  const why = fillerReason(value.slice(skip));
  return why === undefined ? undefined : { known: false, why };
}

function nameOf(value: string): string {
  return toHex(sha256(toBytes(value))).slice(0, 16);
}

function fillerReason(rest: string): string | undefined {
  if (EXAMPLE.test(rest)) return 'it says of itself that it is an example';
  const folded = rest.toLowerCase();
  const signs = new Set(folded.replaceAll(/[^a-z0-9]/g, ''));
  if (rest.length >= LONG_ENOUGH && signs.size <= FEW_SIGNS) return 'it repeats a few signs';
  return ROWS.some((row) => folded.includes(row)) ? 'it is a row of the keyboard or the alphabet' : undefined;
}
