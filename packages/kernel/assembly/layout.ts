/** Where things stand in the kernel's memory; `src/literals.ts` and `src/open.ts` know some of the same numbers. */

/** Four tables of 32 bytes: which low five bits a literal may have in its first, second, third and fourth byte; a bit a bucket. */
export const LETTERS: usize = 0;

/** Lengths of the prefixes and of the armor that begin at each byte of the block at hand, `u16`. */
export const PREFIX_LENGTHS: usize = 128;
export const ARMOR_LENGTHS: usize = 256;

/** First node of each chain of literals, `u16`, by a hash of their first three bytes; 0 is none. */
export const HEADS: usize = 512;
export const HASH_BITS: u32 = 12;

/** Spots that wait to be fetched: anchor, start, end, each `u32`. Before the first scan, room for the making of the tables. */
export const OUT: usize = 16384;
export const OUT_END: usize = OUT + 12 * 8192;

/** Nodes of 64 bytes, of which number 0 is left free; the bytes to scan come behind them. */
export const NODES: usize = OUT_END;
