/** JSON objects out of text and out of base 64. */

import { decodeBase64 } from './base64.ts';
import { toText } from './latin1.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a JSON object; nothing where the text is not one. */
function readJson(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a JSON object that stands in base 64 or base64url. */
export function readBase64Json(text: string): JsonObject | undefined {
  const bytes = decodeBase64(text);
  return bytes && readJson(toText(bytes));
}

/** A member that is text; the text of JSON inside base 64 is not decoded from UTF-8, since only ASCII members are asked for. */
export function textOf(object: JsonObject, member: string): string | undefined {
  const value = object[member];
  return typeof value === 'string' ? value : undefined;
}

/** Tells whether every one of these members is text that is not empty. */
export function hasTexts(object: JsonObject, ...members: readonly string[]): boolean {
  return members.every((member) => textOf(object, member));
}
