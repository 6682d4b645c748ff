/** What stands in an annotated tag. */

import { OBJECT_TYPES, type ObjectType } from './git-object.ts';
import { headersOf, type Person, personOf } from './headers.ts';

/** An annotated tag. */
export interface Tag {
  /** Id and type of what it stands for. */
  readonly object: string;
  readonly type: ObjectType;
  readonly name: string;
  readonly tagger: Person;
  /** Where the message begins in the object; it goes on to the end. */
  readonly message: number;
}

/**
 * Reads a tag.
 *
 * @param bytes - the object, without the header that its id is made of
 * @returns undefined when it does not say what it stands for
 */
export function parseTag(bytes: Uint8Array): Tag | undefined {
  const { headers, end } = headersOf(bytes);
  const value = (wanted: string) => headers.find(([key]) => key === wanted)?.[1];
  const object = value('object');
  const type = OBJECT_TYPES.find((one) => one === value('type'));
  if (object === undefined || type === undefined) return undefined;
  return { object, type, name: value('tag') ?? '', tagger: personOf(headers, 'tagger'), message: end };
}
