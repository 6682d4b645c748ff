/** The claims of a job that is only described: from a file, or from the command line. */

import { type Claims, ConfigError, type Identity } from '@leasehold/core';
import type { OptionSpec } from './command.ts';
import { type Input, listOf, textOf } from './input.ts';
import { textOfFile } from './policy-file.ts';

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
const GITHUB_LIFETIME = 300;

/** The options that describe a job. */
export const CLAIM_OPTIONS: readonly OptionSpec[] = Object.freeze([
  { flags: '--claims <path>', description: "a JSON file with the claims of a job's ID token" },
  { flags: '--sub <subject>', description: 'the subject, `sub`, of the job' },
  {
    flags: '--claim <name=value>',
    description: 'one claim of the job; may be given more than once, and goes before the file',
    repeatable: true,
  },
]);

/**
 * Puts the described job together.
 *
 * @param now - milliseconds since the epoch; when the token is taken to have been issued, if the claims do not say
 * @returns undefined when no job is described
 * @throws ConfigError `ERR_CLAIMS_FILE` or `ERR_CLAIM` when a claim cannot be read
 */
export async function describedIdentity(input: Input, now: number): Promise<Identity | undefined> {
  const path = textOf(input, 'claims');
  const subject = textOf(input, 'sub');
  const pairs = listOf(input, 'claim');
  if (path === undefined && subject === undefined && pairs.length === 0) return undefined;
  const claims: Claims = {
    iss: GITHUB_ISSUER,
    ...(path === undefined ? {} : parseClaims(await textOfFile(path, 'claims file', 'ERR_CLAIMS_FILE'), path)),
    ...(subject === undefined ? {} : { sub: subject }),
    ...Object.fromEntries(pairs.map(parsePair)),
  };
  return identityOf(claims, now);
}

function identityOf(claims: Claims, now: number): Identity {
  const issuedAt = typeof claims.iat === 'number' ? claims.iat : Math.floor(now / 1000);
  return {
    issuer: String(claims.iss),
    subject: typeof claims.sub === 'string' ? claims.sub : '',
    audience: (Array.isArray(claims.aud) ? claims.aud : claims.aud === undefined ? [] : [claims.aud]).map(String),
    issuedAt,
    expiresAt: typeof claims.exp === 'number' ? claims.exp : issuedAt + GITHUB_LIFETIME,
    claims,
  };
}

function parseClaims(text: string, path: string): Claims {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser quotes what it met, and that may be a token.
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Claims;
  throw new ConfigError(`the claims file \`${path}\` is not a JSON object`, {
    code: 'ERR_CLAIMS_FILE',
    help: 'give the payload of the ID token as JSON, such as `{ "sub": "repo:acme/site:ref:refs/heads/main" }`; never the token itself',
  });
}

function parsePair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw new ConfigError(`\`${pair}\` is not a claim`, {
    code: 'ERR_CLAIM',
    help: 'write `--claim name=value`, such as `--claim ref=refs/heads/main`',
  });
}
