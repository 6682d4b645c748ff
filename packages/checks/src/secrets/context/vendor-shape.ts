/** Reads the compact shapes of the vendors' table. */

import type { ExampleMaker } from '../rule.ts';

/** What a class stands for in a regular expression, and what examples are made of. */
const CLASSES: Readonly<Record<string, readonly [set: string, sample: string]>> = {
  d: ['0-9', '0-9'],
  x: ['0-9a-f', '0-9a-f'],
  X: ['0-9A-Fa-f', '0-9a-f'],
  u: ['0-9A-Z', '0-9A-Z'],
  l: ['0-9a-z', '0-9a-z'],
  a: ['0-9A-Za-z', '0-9A-Za-z'],
  w: ['0-9A-Za-z_-', '0-9A-Za-z'],
  b: ['0-9A-Za-z+/=', '0-9A-Za-z'],
  t: ['0-9A-Za-z._~+/=:-', '0-9A-Za-z'],
  p: ['!#-&(-_a-~', '0-9A-Za-z'],
};
const PIECE = /'([^']{1,20})'|([dxXulawbtp])(\d{1,3})(?:-(\d{1,3}))?/g;
/** Some vendors write what has the form of a UUID with any letters. */
const UUID = "a8'-'a4'-'a4'-'a4'-'a12";
/** Examples of what may be long stay short, of what may be short do not. */
const SHORT = 16;

/** One row of pieces, each a text or a class with its bounds. */
type Piece = string | readonly [name: string, least: number, most: number];

function piecesOf(shape: string): readonly Piece[] {
  return [...(shape === 'U' ? UUID : shape).matchAll(PIECE)].map(([, text, name, least, most]) =>
    text === undefined ? ([name as string, Number(least), Number(most ?? least)] as const) : text,
  );
}

/** A regular expression for the whole of a value that has one of the shapes. */
export function shapePattern(shapes: readonly string[]): RegExp {
  const rows = shapes.map((shape) =>
    piecesOf(shape)
      .map((piece) =>
        typeof piece === 'string'
          ? piece.replaceAll('.', '\\.')
          : `[${CLASSES[piece[0]]?.[0]}]{${piece[1]}${piece[1] === piece[2] ? '' : `,${piece[2]}`}}`,
      )
      .join(''),
  );
  return new RegExp(`^(?:${rows.join('|')})$`);
}

/** A value of a shape. */
export function shapeExample(shape: string, make: ExampleMaker): string {
  return piecesOf(shape)
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : make.chars(CLASSES[piece[0]]?.[1] ?? '', piece[1] > 8 ? piece[1] : Math.min(piece[2], SHORT)),
    )
    .join('');
}
