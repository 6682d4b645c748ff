/** What a repository keeps: commits, trees, blobs and tags. */

/** The four types, each at the place of its number in a pack (gitformat-pack, "Object types"). */
export const OBJECT_TYPES = [undefined, 'commit', 'tree', 'blob', 'tag'] as const;

/** A type of object. */
export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** An object in whole, without the header that its id is made of. */
export interface GitObject {
  readonly type: ObjectType;
  readonly bytes: Uint8Array;
}

/** Something of a repository that could not be read, and why. */
export interface Unread {
  /** The file, or the id of the object. */
  readonly what: string;
  readonly reason: string;
}
