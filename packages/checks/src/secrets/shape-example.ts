/** Examples generated from a shape, so that no live-looking value has to stand in the repository. */

import type { ExampleMaker, Examples } from './rule.ts';
import { parseShape } from './shape.ts';
import type { ShapePiece } from './shape-piece.ts';

/**
 * Makes values that a shape must match, one of any permitted length for every prefix, and values that it must not: the shortest permitted one without its last character, and with asterisks in place of its random part.
 */
export function shapeExamples(notation: string, prefixes: readonly string[], make: ExampleMaker): Examples {
  const pieces = parseShape(notation);
  const shortest = write(pieces, make, 'shortest');
  const positive = prefixes.map((prefix) => startingWith(prefix, () => write(pieces, make, 'any')) ?? shortest);
  const prefix = prefixes.find((known) => shortest.startsWith(known)) ?? '';
  return { positive, negative: [shortest.slice(0, -1), `${prefix}${'*'.repeat(shortest.length - prefix.length)}`] };
}

/** Draws until one begins as asked; a choice at the beginning has few options, so that a hundred draws find each. */
function startingWith(prefix: string, draw: () => string): string | undefined {
  for (let tries = 0; tries < 100; tries++) {
    const value = draw();
    if (value.startsWith(prefix)) return value;
  }
  return undefined;
}

function write(pieces: readonly ShapePiece[], make: ExampleMaker, length: 'any' | 'shortest'): string {
  return pieces.map((piece) => writePiece(piece, make, length)).join('');
}

function writePiece(piece: ShapePiece, make: ExampleMaker, length: 'any' | 'shortest'): string {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'set') {
    const middle = Math.floor((piece.least + piece.most) / 2);
    return make.chars(piece.set, length === 'shortest' ? piece.least : make.pick([piece.least, middle, piece.most]));
  }
  if (length === 'any') return piece.optional && make.pick([true, false]) ? '' : write(make.pick(piece.options), make, length);
  if (piece.optional) return '';
  const options = piece.options.map((option) => write(option, make, length));
  return options.reduce((short, option) => (option.length < short.length ? option : short));
}
