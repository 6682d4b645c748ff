/** What `leasehold doctor` does: read the job's claims, compare them with all that was named, tell the difference. */

import { type Claims, ConfigError, EXCHANGE_BUDGET, type Identity, shownClaims, withRetries } from '@leasehold/core';
import { readIdToken } from '@leasehold/oidc';
import { grantTrust } from '@leasehold/policy';
import { PROVIDERS, readTrustPolicy, renderCondition } from '@leasehold/providers';
import { logLines, trustText } from '@leasehold/report';
import { describedIdentity } from '../claims.ts';
import { wire } from '../exec/wiring.ts';
import { EXIT } from '../exit.ts';
import { type Input, textOf } from '../input.ts';
import { grantOf, readPolicyFile, textOfFile } from '../policy-file.ts';
import type { Shell } from '../shell.ts';
import { compare, type Verdict } from './compare.ts';
import { type RoleDescription, readRoleDescription } from './role-description.ts';

const DEFAULT_AUDIENCE = 'sts.amazonaws.com';

/**
 * Examines this job, or the one that is described.
 *
 * @returns 0 when everything that was named would let the job in, else 1
 */
export async function examine(input: Input, shell: Shell): Promise<number> {
  const grant = await grantNamed(input);
  const audience = textOf(input, 'audience') ?? audienceOf(grant, shell) ?? DEFAULT_AUDIENCE;
  const trustPolicy = await trustPolicyNamed(input);
  const role = await roleNamed(input);
  const identity = (await describedIdentity(input, Date.now())) ?? (await ownIdentity(audience, input, shell));
  const { claims } = identity;
  const verdicts = [
    ...(grant ? [compare(`grant \`${grant.id}\``, grantTrust(grant, identity.issuer), claims, audience)] : []),
    ...(trustPolicy
      ? [withCorrection(compare(`trust policy \`${trustPolicy.path}\``, trustPolicy.statements, claims, audience), identity)]
      : []),
    ...(role ? [withCorrection(compare(`role \`${role.name}\``, role.statements, claims, audience), identity)] : []),
  ];
  if (textOf(input, 'format') === 'json') {
    const checks = verdicts.map(({ against, matches, diagnosis: { causes, mismatches, corrected } }) => ({
      against,
      matches,
      causes,
      mismatches,
      corrected,
    }));
    shell.out.line(JSON.stringify({ claims: shownClaims(claims), checks, warnings: role?.warnings ?? [] }, null, 2));
  } else {
    printExamination(claims, verdicts, role, shell);
  }
  return verdicts.every(({ matches }) => matches) ? EXIT.clean : EXIT.denied;
}

/** A verdict about a trust policy of AWS, with the corrected conditions as they stand in one. */
function withCorrection(verdict: Verdict, { issuer }: Identity): Verdict {
  const { corrected } = verdict.diagnosis;
  return corrected.length === 0 ? verdict : { ...verdict, correction: renderCondition(corrected, issuer) };
}

async function grantNamed(input: Input): Promise<ReturnType<typeof grantOf> | undefined> {
  const id = textOf(input, 'grant');
  if (id === undefined) return undefined;
  const path = textOf(input, 'file') as string;
  return grantOf(await readPolicyFile(path), id, path);
}

function audienceOf(grant: ReturnType<typeof grantOf> | undefined, shell: Shell): string | undefined {
  const provider = PROVIDERS.find(({ id }) => id === grant?.provider);
  return grant && provider?.audience(provider.parse(grant.with, shell.env));
}

async function trustPolicyNamed(
  input: Input,
): Promise<{ path: string; statements: ReturnType<typeof readTrustPolicy> } | undefined> {
  const path = textOf(input, 'trust-policy');
  if (path === undefined) return undefined;
  return { path, statements: readTrustPolicy(await textOfFile(path, 'trust policy', 'ERR_TRUST_POLICY_FILE'), path) };
}

async function roleNamed(input: Input): Promise<RoleDescription | undefined> {
  const path = textOf(input, 'role-description');
  return path === undefined
    ? undefined
    : readRoleDescription(await textOfFile(path, 'role description', 'ERR_ROLE_DESCRIPTION'), path);
}

/** The job that this process belongs to, by a token that is read and dropped. */
async function ownIdentity(audience: string, input: Input, shell: Shell): Promise<Identity> {
  const { parts, ports, hasIdentity } = wire({ idTokenFile: textOf(input, 'id-token-file'), ledgerFile: undefined }, shell);
  if (!hasIdentity) {
    throw new ConfigError('this is no job of a CI platform, and none is described', {
      code: 'ERR_USAGE',
      help: 'give `--claims FILE` with the claims of a job, or `--id-token-file FILE`',
    });
  }
  const token = await withRetries('ID token', () => parts.platform.idToken(audience), EXCHANGE_BUDGET, ports);
  parts.platform.mask(token.reveal());
  return readIdToken(token);
}

function printExamination(claims: Claims, verdicts: readonly Verdict[], role: RoleDescription | undefined, { out }: Shell): void {
  const shown = Object.entries(shownClaims(claims));
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  out.line(logLines(["this job's claims:", ...shown.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)]));
  for (const { against, matches, diagnosis, correction } of verdicts) {
    out.line(
      `${matches ? out.paint('green', 'yes') : out.paint('red', 'no ')} ${against} ${matches ? 'lets this job in' : 'does not let this job in'}`,
    );
    if (!matches) out.line(trustText({ ...diagnosis, claims: {} }, correction));
  }
  for (const { message, help } of role?.warnings ?? [])
    out.line(`${out.paint('yellow', 'warning:')} ${message}\n  help: ${help}`);
}
