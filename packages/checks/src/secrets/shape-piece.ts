/** What a shape is made of, once its notation is read. */

/** One piece of a shape, in order of the text. */
export type ShapePiece =
  /** Characters that stand for themselves. */
  | { readonly kind: 'text'; readonly text: string }
  /** Between `least` and `most` characters of a set such as `0-9a-f`. */
  | { readonly kind: 'set'; readonly set: string; readonly least: number; readonly most: number }
  /** One of several, or nothing where it is optional. */
  | { readonly kind: 'choice'; readonly options: readonly (readonly ShapePiece[])[]; readonly optional: boolean };
