/** Reads the trust policy of a role as data, so that it can be compared with what a token says. */

import { ConfigError, type SourcePosition, type TrustCondition, type TrustStatement } from '@leasehold/core';
import { jsonFault } from '../json-fault.ts';
import { actionMatches } from '../wildcard.ts';
import { readCondition } from './read-condition.ts';

type Json = Readonly<Record<string, unknown>>;

const ASSUME = 'sts:AssumeRoleWithWebIdentity';
/** Each condition that also holds for an absent claim doubles the statements. */
const MAX_WAYS = 64;

/**
 * Reads a trust policy.
 *
 * Statements about other principals or other ways to assume the role are left out. A condition with `IfExists` makes two statements: one where the claim fits, one where it is absent.
 *
 * @param text - the policy as JSON, or what `aws iam get-role` prints
 * @param file - named in problems
 * @throws ConfigError `ERR_AWS_TRUST_POLICY` with the place
 */
export function readTrustPolicy(text: string, file: string): readonly TrustStatement[] {
  const fault = jsonFault(text);
  if (fault) throw unreadable(`expected ${fault.expected}`, { file, line: fault.line, column: fault.column });
  const policy = policyIn(JSON.parse(text), file);
  const statements = [policy.Statement].flat();
  if (policy.Statement === undefined || !statements.every(isRecord))
    throw unreadable('there is no list in `Statement`', { file, line: 1, column: 1 });
  return statements.flatMap((statement, index) => {
    const id = `${statement.Sid ?? `statement ${index + 1}`}`;
    const wrong = statementFault(statement);
    if (wrong !== undefined) throw unreadable(`${id} has ${wrong}`, { file, line: 1, column: 1 });
    return readStatement(statement, id);
  });
}

function statementFault(statement: Json): string | undefined {
  const { Effect: effect, Condition: condition } = statement;
  if (effect !== 'Allow' && effect !== 'Deny') return 'neither `Allow` nor `Deny` in `Effect`';
  if (condition !== undefined && !(isRecord(condition) && Object.values(condition).every(isRecord)))
    return 'a `Condition` that is not one';
  return undefined;
}

function policyIn(document: unknown, file: string): Json {
  const role = isRecord(document) && isRecord(document.Role) ? document.Role : document;
  const policy = isRecord(role) && 'AssumeRolePolicyDocument' in role ? decoded(role.AssumeRolePolicyDocument) : role;
  if (isRecord(policy)) return policy;
  throw unreadable('it is not a policy', { file, line: 1, column: 1 });
}

/** The API itself answers with percent-encoded JSON; the AWS CLI decodes it. */
function decoded(document: unknown): unknown {
  if (typeof document !== 'string') return document;
  try {
    return JSON.parse(document.startsWith('%') ? decodeURIComponent(document) : document);
  } catch {
    return undefined;
  }
}

function readStatement(statement: Json, id: string): readonly TrustStatement[] {
  const effect = statement.Effect === 'Deny' ? 'deny' : 'allow';
  const issuers = issuersOf(statement, effect);
  if (issuers === undefined || !isAboutAssuming(statement, effect)) return [];
  const blocks = Object.entries((statement.Condition ?? {}) as Readonly<Record<string, Json>>);
  const conditions = blocks.flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => readCondition(operator, key, value, issuers, effect)),
  );
  let ways: readonly (readonly TrustCondition[])[] = [[]];
  for (const condition of conditions) {
    if (ways.length * condition.length <= MAX_WAYS) ways = ways.flatMap((way) => condition.map((each) => [...way, each]));
    // Beyond the bound, an admission keeps only what its author spelt out, and a denial loses the condition: trust looks narrower, never wider.
    else if (effect === 'allow') ways = ways.map((way) => [...way, ...condition.slice(0, 1)]);
  }
  return ways.map((way, index) => ({ id: index === 0 ? id : `${id}, ${index + 1}`, effect, issuers, conditions: way }));
}

/** None means every issuer, which a denial of everybody is about; undefined means that no issuer's jobs are meant. */
function issuersOf(statement: Json, effect: 'allow' | 'deny'): readonly string[] | undefined {
  const principal = statement.Principal;
  if (effect === 'deny' && ('NotPrincipal' in statement || (isRecord(principal) && [principal.AWS].flat().includes('*'))))
    return [];
  if (principal === '*') return [];
  if (!isRecord(principal)) return undefined;
  const federated = [principal.Federated].flat().filter((each): each is string => typeof each === 'string');
  if (federated.includes('*')) return [];
  const issuers = federated.flatMap((arn) => /^arn:[^:]+:iam::\d*:oidc-provider\/(.+)$/.exec(arn)?.[1] ?? []);
  return issuers.length > 0 ? issuers : undefined;
}

function isAboutAssuming(statement: Json, effect: 'allow' | 'deny'): boolean {
  const names = (key: string): readonly string[] => [statement[key] ?? []].flat().map(String);
  if ('Action' in statement) return names('Action').some((pattern) => actionMatches(pattern, ASSUME));
  return 'NotAction' in statement ? !names('NotAction').some((pattern) => actionMatches(pattern, ASSUME)) : effect === 'deny';
}

function unreadable(what: string, at: SourcePosition): ConfigError {
  const help = 'give the trust policy as JSON, such as `aws iam get-role --role-name name` prints it';
  const message = `\`${at.file}\` is not a trust policy: line ${at.line}, column ${at.column}: ${what}`;
  return new ConfigError(message, {
    code: 'ERR_AWS_TRUST_POLICY',
    help,
    problems: [{ code: 'ERR_AWS_TRUST_POLICY', message, at, help }],
  });
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
