/** Where things stand in the kernel's memory; `src/literals.ts`, `src/run-heads.ts`, `src/wording.ts`, `src/aside.ts` and `src/open.ts` know some of the same numbers. */

/** Four tables of 32 bytes: which low five bits a literal may have in its first, second, third and fourth byte; a bit a bucket. */
export const LETTERS: usize = 0;

/** Lengths of the prefixes and of the armor that begin at each byte of the block at hand, `u16`. */
export const PREFIX_LENGTHS: usize = 128;
export const ARMOR_LENGTHS: usize = 256;

/** First node of each chain of literals, `u16`, by a hash of their first three bytes; 0 is none. */
export const HEADS: usize = 512;
export const HASH_BITS: u32 = 12;

/** What is known of words, as `src/wording.ts` writes it: which three letters follow each other, a bit each, */
export const TRIPLES: usize = 8704;
/** parts of the names of credentials, beginnings of names that say nothing, ends of words that introduce a value: how many, `u32`, and behind it eight bytes each. */
export const NAMES: usize = 11264;
export const CARRIERS: usize = 11776;
export const INTRODUCERS: usize = 12288;

/** Spots that wait to be fetched: anchor, start, end, each `u32`. Before the first scan, room for the making of the tables. */
export const OUT: usize = 16384;
export const OUT_END: usize = OUT + 12 * 8192;

/** Of SHA-256, in an instance that scans nothing, as `src/aside.ts` knows: the constants of the rounds, the state, the schedule of a block. */
export const ROUNDS: usize = OUT;
export const STATE: usize = OUT + 256;
export const SCHEDULE: usize = OUT + 512;

/** Of the literals that a value in a run may begin with: two bits for each pair of bytes, 1 when one is just that, 2 when one begins so and goes on. */
export const PAIRS: usize = OUT_END;
/** By the byte before a run, how far before the run one may begin: a bit for each distance, `u64`. */
export const LEADS: usize = PAIRS + 16384;
/** First node of each chain of them, `u16`; 0 is none. */
export const CHAINS: usize = LEADS + 2048;
export const CHAIN_BITS: u32 = 12;
/** Their nodes of 64 bytes, of which number 0 is left free. */
export const VALUES: usize = CHAINS + 8192;
export const MOST_VALUES: u32 = 8191;
/** Where their table is read from OUT, the sets of bytes that it names, 32 bytes each. */
export const SETS: usize = OUT + 65536;

/** Of values that begin with nothing of their own, 32 bytes each, at most 16. */
export const WHOLES: usize = VALUES + 64 * 8192;

/** Nodes of literals, of 64 bytes, of which number 0 is left free; the bytes to scan come behind them. */
export const NODES: usize = WHOLES + 512;
