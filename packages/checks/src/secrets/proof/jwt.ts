/** JSON Web Tokens, read without their key. */

import { encodeBase64Url } from './base64.ts';
import { type JsonObject, readBase64Json, textOf } from './json.ts';
import { toBytes } from './latin1.ts';

/** Header and claims of a token. */
export interface Jwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

/**
 * Reads a signed token in compact form: two JSON objects and a signature, the first with an `alg`.
 *
 * The signature is not verified: that takes a key.
 *
 * @see RFC 7519, section 7.2
 */
export function readJwt(text: string): Jwt | undefined {
  const parts = text.split('.');
  if (parts.length !== 3) return undefined;
  const header = readBase64Json(parts[0] as string);
  const claims = readBase64Json(parts[1] as string);
  return header && claims && textOf(header, 'alg') ? { header, claims } : undefined;
}

/** Writes a token in compact form over a signature that is given. */
export function writeJwt(claims: JsonObject, signature: Uint8Array, alg = 'HS256'): string {
  const part = (object: JsonObject): string => encodeBase64Url(toBytes(JSON.stringify(object)));
  return `${part({ alg, typ: 'JWT' })}.${part(claims)}.${encodeBase64Url(signature)}`;
}
