/** Mnemonics of wallets: words that stand for eleven bits each, the last of which are a checksum. */

import { sha256 } from '@leasehold/kernel';
import { headAt, placeOfWord } from './mnemonic-words.ts';

const WORD_BITS = 11;
/** So many bits of entropy have one bit of checksum. */
const ENTROPY_PER_BIT = 32;
const COUNTS = [12, 15, 18, 21, 24];

/** What a row of words is. */
export type MnemonicReading = 'no mnemonic' | 'sum holds' | 'sum does not hold';

/**
 * Reads a mnemonic in English: its words, which count by their first four letters, and its checksum.
 *
 * @see https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki
 */
export function readMnemonic(words: readonly string[]): MnemonicReading {
  const places = words.map(placeOfWord);
  if (!COUNTS.includes(words.length) || places.includes(undefined)) return 'no mnemonic';
  const bits = places.map((place) => (place as number).toString(2).padStart(WORD_BITS, '0')).join('');
  const sum = Math.floor(bits.length / (ENTROPY_PER_BIT + 1));
  const entropy = bytesOf(bits.slice(0, -sum));
  return sumOf(entropy, sum) === bits.slice(-sum) ? 'sum holds' : 'sum does not hold';
}

/** Writes entropy of 16 to 32 bytes, a multiple of four, by the beginnings of its words. */
export function writeMnemonic(entropy: Uint8Array): readonly string[] {
  const bits = bitsOf(entropy) + sumOf(entropy, (entropy.length * 8) / ENTROPY_PER_BIT);
  return Array.from({ length: bits.length / WORD_BITS }, (_, at) =>
    headAt(Number.parseInt(bits.slice(at * WORD_BITS, (at + 1) * WORD_BITS), 2)),
  );
}

function sumOf(entropy: Uint8Array, bits: number): string {
  return bitsOf(sha256(entropy)).slice(0, bits);
}

function bitsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
}

function bytesOf(bits: string): Uint8Array {
  return Uint8Array.from({ length: bits.length / 8 }, (_, at) => Number.parseInt(bits.slice(at * 8, (at + 1) * 8), 2));
}
