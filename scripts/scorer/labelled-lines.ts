/** Lines that people labelled, as JSON lines: `line`, `label`, `category`, `repo`, `path`. */

import { readFileSync } from 'node:fs';

/** One of them. */
export interface LabelledLine {
  readonly line: string;
  /** `T` a credential, `F` none, `X` unclear. */
  readonly label: 'T' | 'F' | 'X';
  /** Its kinds, joined by `:`. */
  readonly category: string;
  readonly repo: string;
  readonly path: string;
}

/** Reads a file of them. */
export function readLabelledLines(file: string): readonly LabelledLine[] {
  const text = readFileSync(file, 'utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line) as LabelledLine);
}

const APART = new Set(['UUID', 'Nonce', 'Salt']);

/** Tells whether a line is labelled for nothing but an identifier, a nonce or a salt. */
export function standsApart({ category }: LabelledLine): boolean {
  return category.split(':').every((part) => APART.has(part));
}
