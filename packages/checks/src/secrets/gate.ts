/** One pattern for all shapes that share a prefix: where it does not match, none of them does. */

/** References to groups, which would count anew. */
const REFERENCE = /\\[1-9k]/;
const NAMED = /\(\?<[A-Za-z]\w*>/g;

/** A pattern that matches where any of the shapes does; nothing for one alone, and where they cannot be joined. */
export function gateOf(shapes: readonly RegExp[]): RegExp | undefined {
  if (shapes.length < 2 || shapes.some(({ flags, source }) => flags !== 'y' || REFERENCE.test(source))) return undefined;
  return new RegExp(shapes.map(({ source }) => `(?:${source.replaceAll(NAMED, '(?:')})`).join('|'), 'y');
}
