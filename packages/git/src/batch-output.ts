/** What `git cat-file --batch` writes, taken apart as it comes. */

import { type GitObject, OBJECT_TYPES, type ObjectType } from './git-object.ts';

/** Takes the next piece of what git writes; pieces may end anywhere. */
export type BatchReader = (piece: Buffer) => void;

/** An object of which the beginning has come. */
interface OpenObject {
  readonly id: string;
  readonly type: ObjectType;
  readonly size: number;
  /** Room for it, made when it turns out to lie in several pieces; undefined when it is passed over. */
  room: Buffer | undefined;
  filled: number;
}

const NEWLINE = 10;
const HEADER = /^(\S+) (commit|tree|blob|tag) (\d+)$/;

/**
 * Reads the objects that were asked for by their ids.
 *
 * @param largest - bytes that an object may have; a larger one is passed over
 * @param told - called in the order of the questions; without an object where git has none, or it is larger. Its bytes may share memory with the piece that they came in
 * @see https://git-scm.com/docs/git-cat-file#_batch_output
 */
export function newBatchReader(largest: number, told: (id: string, object: GitObject | undefined) => void): BatchReader {
  let line = '';
  let open: OpenObject | undefined;

  /** Reads on in the line before an object. */
  function header(piece: Buffer, from: number): number {
    const newline = piece.indexOf(NEWLINE, from);
    const end = newline < 0 ? piece.length : newline;
    line += piece.toString('latin1', from, end);
    if (newline < 0) return end;
    const [, id = '', type, size] = HEADER.exec(line) ?? [];
    const known = OBJECT_TYPES.find((one) => one === type);
    // Whatever else git says of an object, such as that it is missing, is one line.
    if (known === undefined) told(line.split(' ', 1)[0] as string, undefined);
    else open = { id, type: known, size: Number(size), room: undefined, filled: 0 };
    line = '';
    return newline + 1;
  }

  /** Reads on in an object, and the newline behind it. */
  function body(object: OpenObject, piece: Buffer, from: number): number {
    const { id, type, size } = object;
    const end = from + size - object.filled;
    const isKept = size <= largest;
    if (end >= piece.length) {
      if (isKept) {
        object.room ??= Buffer.allocUnsafeSlow(size);
        piece.copy(object.room, object.filled, from);
      }
      object.filled += piece.length - from;
      return piece.length;
    }
    if (object.room !== undefined) piece.copy(object.room, object.filled, from, end);
    open = undefined;
    told(id, isKept ? { type, bytes: object.room ?? piece.subarray(from, end) } : undefined);
    return end + 1;
  }

  return (piece) => {
    for (let at = 0; at < piece.length; ) at = open === undefined ? header(piece, at) : body(open, piece, at);
  };
}
