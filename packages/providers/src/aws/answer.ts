/** What STS answers to an exchange, read from XML, the documented form, or JSON, which some servers send. */

import { type AwsFault, readFault, readXml } from './xml.ts';

/** The parts of an answer that a lease is made of, as text; what is missing is undefined. */
export interface ExchangeAnswer {
  readonly accessKeyId: string | undefined;
  readonly secretAccessKey: string | undefined;
  readonly sessionToken: string | undefined;
  /** ISO 8601, or seconds since the epoch. */
  readonly expiration: string | undefined;
  readonly sessionArn: string | undefined;
  /** `<role id>:<session name>`, the value of `aws:userid`. */
  readonly userId: string | undefined;
}

const ROOT = 'AssumeRoleWithWebIdentityResponse';
const RESULT = 'AssumeRoleWithWebIdentityResult';

/** Reads a success; undefined when the body is cut off or something else. */
export function readAnswer(body: string): ExchangeAnswer | undefined {
  const json = readJson(body);
  const xml = json === undefined ? readXml(body, ROOT) : undefined;
  if (json === undefined && xml === undefined) return undefined;
  const text = (...path: readonly string[]): string | undefined =>
    xml ? xml.text(RESULT, ...path)?.trim() || undefined : textAt(json, [ROOT, RESULT, ...path]);
  return {
    accessKeyId: text('Credentials', 'AccessKeyId'),
    secretAccessKey: text('Credentials', 'SecretAccessKey'),
    sessionToken: text('Credentials', 'SessionToken'),
    expiration: text('Credentials', 'Expiration'),
    sessionArn: text('AssumedRoleUser', 'Arn'),
    userId: text('AssumedRoleUser', 'AssumedRoleId'),
  };
}

/** Reads a refusal; undefined when the body is not one. */
export function readRefusal(body: string): AwsFault | undefined {
  const json = readJson(body);
  if (json === undefined) return readFault(body);
  const code = textAt(json, ['Error', 'Code']);
  return code === undefined ? undefined : { code, message: textAt(json, ['Error', 'Message']) ?? '' };
}

function readJson(body: string): unknown {
  if (!body.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return typeof found === 'number' || (typeof found === 'string' && found !== '') ? String(found) : undefined;
}
