/** Mnemonics of wallets: twelve to twenty-four words with a checksum, behind a name that says what they are. */

import { readMnemonic, writeMnemonic } from '../proof/mnemonic.ts';
import type { Candidate, ExampleMaker, SecretRule, Verdict } from '../rule.ts';

const NAMES = ['mnemonic', 'MNEMONIC', 'Mnemonic', 'seed_phrase', 'SEED_PHRASE', 'seedPhrase', 'recovery_phrase'];
/** Words that are drawn by chance repeat one in a hundred times; those of tests do all the time. */
const DIFFERENT = 0.75;

function check({ value }: Candidate): Verdict {
  const words = value.split(' ');
  const reading = readMnemonic(words);
  if (reading === 'no mnemonic') return { evidence: 'none' };
  if (new Set(words).size < words.length * DIFFERENT)
    return { evidence: 'public', why: 'its words repeat, as those of examples do' };
  return reading === 'sum holds'
    ? { evidence: 'proven', why: `${words.length} words of the list, and the checksum holds` }
    : { evidence: 'broken', why: `${words.length} words of the list, and the checksum does not hold` };
}

export const walletMnemonic: SecretRule = {
  id: 'wallet-mnemonic',
  title: 'mnemonic of a wallet',
  description: 'The words of a mnemonic are every key of a wallet: who reads them moves what it holds.',
  severity: 'critical',
  prefixes: NAMES,
  shape:
    /(?:[Mm]nemonic|MNEMONIC|seed_phrase|SEED_PHRASE|seedPhrase|recovery_phrase)[\w"'\]-]{0,16}\s{0,4}(?:=>|:=|[=:,(>])\s{0,4}["'`]?(?<secret>[a-z][a-z ]{40,214}[a-z])/y,
  check,
  remedy: { rotate: 'Make another wallet from new words, and move what this one holds.' },
  reference: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
  examples: (make) => ({
    positive: [`mnemonic = "${words(make, 16)}"`, `MNEMONIC=${words(make, 32)}`, `"seedPhrase": "${words(make, 20)}"`],
    negative: [
      `mnemonic = "${words(make, 16).replaceAll(' ', '  ')}"`,
      'mnemonic: a word that helps somebody to keep something in mind for long',
    ],
  }),
};

function words(make: ExampleMaker, bytes: number): string {
  return writeMnemonic(make.bytes(bytes)).join(' ');
}
