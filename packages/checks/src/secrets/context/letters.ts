/** Tells letters that make words from letters that do not: which three follow each other in source and prose, and how seldom each follows the one before. */

/** `a` to `z`, and 0 for the edge of a word. */
const LETTERS = 27;

/** The number of each letter by its code, in either case. */
const LETTER: Uint8Array = Uint8Array.from({ length: 123 }, (_, code) =>
  /[A-Za-z]/.test(String.fromCharCode(code)) ? code & 31 : 0,
);

/** What is known of the letters of source and prose. */
export interface Letters {
  /** Whether three letters stand together in words, a bit each, by `(first * 27 + second) * 27 + third`. */
  readonly triples: Uint8Array;
  /** How many bits of surprise a letter is behind another, by `first * 27 + second`. */
  readonly surprise: Float32Array;
}

/** How the letters of a value read. */
export interface Reading {
  /** Triples of letters, edges of words included. */
  readonly triples: number;
  /** Those of them that no word has. */
  readonly unseen: number;
  /** Bits of surprise a letter. */
  readonly surprise: number;
  readonly letters: number;
}

/** Reads the tables as they are written down: the triples in base64; each surprise, in fifths of a bit, as a character from `(` on. */
export function lettersOf(triples: string, surprise: string): Letters {
  const bits = Uint8Array.from(atob(triples), (sign) => sign.charCodeAt(0));
  return {
    triples: bits,
    surprise: Float32Array.from(surprise, (sign) => (sign.charCodeAt(0) - 0x28) / 5),
  };
}

/** Goes over the words of a value; upper case behind lower case begins another. */
export function readLetters(value: string, { triples, surprise }: Letters): Reading {
  let [count, unseen, bits, letters] = [0, 0, 0, 0];
  let [first, second] = [0, 0];
  let lower = false;
  for (let at = 0; at <= value.length; at++) {
    const code = at < value.length ? value.charCodeAt(at) : 0;
    const letter = code < 0x41 || code > 0x7a ? 0 : (LETTER[code] as number);
    const small = code > 0x60;
    if (second !== 0 && (letter === 0 || (lower && !small))) {
      count++;
      if (!hasTriple(triples, first, second, 0)) unseen++;
      bits += surprise[second * LETTERS] as number;
      first = second = 0;
    }
    if (letter !== 0) {
      letters++;
      bits += surprise[second * LETTERS + letter] as number;
      if (second !== 0) {
        count++;
        if (!hasTriple(triples, first, second, letter)) unseen++;
      }
    }
    first = letter === 0 ? 0 : second;
    second = letter;
    lower = letter !== 0 && small;
  }
  return { triples: count, unseen, surprise: letters === 0 ? 0 : bits / letters, letters };
}

function hasTriple(triples: Uint8Array, first: number, second: number, third: number): boolean {
  const index = (first * LETTERS + second) * LETTERS + third;
  return (((triples[index >> 3] as number) >> (index & 7)) & 1) === 1;
}

/** Tells whether a value is made of words and no digit: no credential that could be told from any other text. */
export function isPlain(value: string, letters: Letters): boolean {
  return !/[0-9]/.test(value) && readLetters(value, letters).unseen === 0;
}
