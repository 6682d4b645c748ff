/** A candidate where it stands: what is around it is read when a rule asks for it, and most do not. */

import type { Candidate } from './rule.ts';
import { latin1 } from './window.ts';

/** The value from `start` to `end`, with what lies between `from` and `to` around it. */
export class PlacedCandidate implements Candidate {
  readonly value: string;
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly #start: number;
  readonly #end: number;
  readonly #to: number;

  constructor(bytes: Uint8Array, from: number, start: number, end: number, to: number) {
    this.value = latin1(bytes, start, end);
    this.#bytes = bytes;
    this.#from = from;
    this.#start = start;
    this.#end = end;
    this.#to = to;
  }

  get before(): string {
    return latin1(this.#bytes, this.#from, this.#start);
  }

  get after(): string {
    return latin1(this.#bytes, this.#end, this.#to);
  }
}
