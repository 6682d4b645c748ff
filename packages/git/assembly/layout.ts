/** Where things stand in the memory of the pack walk; `src/machine.ts` knows where the free part begins. */

/** Decoding tables of the block at hand, `u32` an entry: literals and lengths by eleven bits, distances by eight, each with the tables behind them. */
export const LITERALS: usize = 1024;
export const DISTANCES: usize = 10752;
export const LITERAL_BITS: u32 = 11;
export const DISTANCE_BITS: u32 = 8;

/** The tables of the code that every inflater knows, made once. */
export const FIXED_LITERALS: usize = 13312;
export const FIXED_DISTANCES: usize = 15360;

/** The table of the code in which the lengths of the other two come. */
export const PRECODE: usize = 15488;
export const PRECODE_BITS: u32 = 7;

/** Lengths of the codes, a byte a symbol, with room for a last repeat that goes too far. */
export const LENGTHS: usize = 16000;

/** Room for the making of a table: symbols by length (`u16`), how many have each length, where each length begins (`u32`). */
export const SORTED: usize = 16512;
export const COUNTS: usize = 17088;
export const STARTS: usize = 17152;

/** What each symbol means, an entry without its length; see `huffman.ts`. */
export const LITERAL_MEANING: usize = 17280;
export const DISTANCE_MEANING: usize = 18432;
export const PRECODE_MEANING: usize = 18560;
