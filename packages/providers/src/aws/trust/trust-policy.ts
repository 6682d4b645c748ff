/** The trust policy that a grant needs, and what of the grant AWS cannot hold to. */

import { ConfigError, type TrustCondition, type TrustStatement } from '@leasehold/core';
import type { PolicyStatement } from '../policy-document.ts';
import { CHECKED_CLAIMS, conditionBlock } from './condition.ts';

/** A policy document. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** A condition of the grant that AWS does not check. */
export interface NotEnforced {
  /** Id of the statement. */
  readonly statement: string;
  readonly claim: string;
  /** One sentence. */
  readonly message: string;
}

/** The policy, and what a reader must know about it. */
export interface GrantedTrust {
  readonly policy: PolicyDocument;
  readonly notEnforced: readonly NotEnforced[];
  /** One sentence each. */
  readonly notes: readonly string[];
}

/** What stands for an account in a partition. */
export interface TrustPlace {
  readonly partition: string;
  readonly account: string;
  readonly audience: string;
}

const GITHUB = 'token.actions.githubusercontent.com';
/** Begins with a name that is spelt out up to a separator: `repo:acme/`, `repo:acme@12/`, `repository_id:12:`, `project_path:group/`. */
const PINNED_SUBJECT = /^(?:[^:*?]+:[^:*?]+[:/@]|[^:*?/]+\/[^:*?/]+\/)/;

/**
 * Writes one statement for each kind of job that may ask; the audience is always pinned, and so is who asks.
 *
 * @param statements - the grant's subjects as trust data
 * @throws ConfigError `ERR_AWS_TRUST_TOO_WIDE` when nothing that AWS checks pins the repository, the workflow or the enterprise
 */
export function grantedTrust(statements: readonly TrustStatement[], place: TrustPlace): GrantedTrust {
  const notEnforced: NotEnforced[] = [];
  const notes = new Set<string>();
  const written = statements.flatMap((statement) => {
    const { checked, unchecked } = sorted(statement.conditions);
    for (const { claim } of unchecked)
      notEnforced.push({ statement: statement.id, claim, message: unenforced(statement, claim) });
    // A denial without one of its conditions would keep out jobs that were never meant.
    if (statement.effect === 'deny') return unchecked.length > 0 ? [] : statementsFor(statement, checked, place);
    pin(statement, checked, notes);
    return statementsFor(statement, checked, place, notes);
  });
  return { policy: { Version: '2012-10-17', Statement: written }, notEnforced, notes: [...notes] };
}

function statementsFor(
  statement: TrustStatement,
  conditions: readonly TrustCondition[],
  place: TrustPlace,
  notes?: Set<string>,
): readonly PolicyStatement[] {
  return statement.issuers.map((issuer, index) => {
    const host = issuer.replace(/^https:\/\//, '');
    const subject = notes && !conditions.some(({ claim }) => claim === 'sub') ? anySubject(host, conditions, notes) : [];
    return {
      Sid: statement.id.replaceAll(/[^0-9A-Za-z]/g, '') + (index === 0 ? '' : `Issuer${index + 1}`),
      Effect: statement.effect === 'allow' ? 'Allow' : 'Deny',
      Principal: { Federated: `arn:${place.partition}:iam::${place.account}:oidc-provider/${host}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: conditionBlock([audience(place), ...subject, ...conditions], host),
    };
  });
}

function sorted(conditions: readonly TrustCondition[]): {
  checked: readonly TrustCondition[];
  unchecked: readonly TrustCondition[];
} {
  const names = conditions.map(({ claim }) => claim);
  const checked: TrustCondition[] = [];
  const unchecked: TrustCondition[] = [];
  for (const condition of conditions) {
    if (CHECKED_CLAIMS.includes(condition.claim)) checked.push(condition);
    // The claim `repository` is the owner, a slash and a name that has none: the same condition in words that AWS knows.
    else if (condition.claim === 'repository_owner' && !names.includes('repository')) {
      checked.push({
        ...condition,
        claim: 'repository',
        operator: 'like',
        values: condition.values.map((owner) => `${owner}/*`),
      });
    } else unchecked.push(condition);
  }
  return { checked, unchecked };
}

function unenforced({ effect }: TrustStatement, claim: string): string {
  const how = effect === 'deny' ? 'so this denial is left to the policy file' : 'so only the policy file holds to it';
  return `AWS does not check \`${claim}\`, ${how}`;
}

function pin(statement: TrustStatement, conditions: readonly TrustCondition[], notes: Set<string>): void {
  const pinned = conditions.filter(
    (condition) => !condition.negated && condition.values.length > 0 && condition.values.every((value) => pins(condition, value)),
  );
  if (pinned.length === 0) {
    throw new ConfigError(
      `the trust of \`${statement.id}\` would let in jobs of anybody: nothing that AWS checks says whose they are`,
      {
        code: 'ERR_AWS_TRUST_TOO_WIDE',
        help: 'add `repository-id` to the subject, or `repository` with the owner spelt out',
      },
    );
  }
  if (pinned.every(({ claim }) => claim === 'job_workflow_ref')) {
    notes.add(
      `\`${statement.id}\` lets in every repository that may call that workflow: add \`repository-id\` where only some should`,
    );
  }
}

function pins({ claim, operator }: TrustCondition, value: string): boolean {
  const literal = operator === 'equals' || !/[*?]/.test(value);
  switch (claim) {
    case 'sub':
      return literal ? value !== '' : PINNED_SUBJECT.test(value);
    case 'repository':
      return literal ? value.includes('/') : /^[^*?/]+\//.test(value);
    case 'job_workflow_ref':
      return /^[^*?/]+\/[^*?/]+\//.test(value);
    case 'repository_id':
    case 'enterprise_id':
      return literal && value !== '';
    default:
      return false;
  }
}

/** IAM takes no trust in GitHub's shared issuer that does not look at the subject at all; this looks, and lets the other claims decide. */
function anySubject(host: string, conditions: readonly TrustCondition[], notes: Set<string>): readonly TrustCondition[] {
  if (host !== GITHUB && !host.startsWith(`${GITHUB}/`)) return [];
  notes.add(
    'IAM wants a condition on `sub` for the issuer of GitHub: the one added fits every default subject; a repository with customised subjects needs its own',
  );
  const named = conditions.find(({ claim, negated }) => claim === 'repository' && !negated)?.values ?? [];
  const values = named.length === 0 ? ['repo:*'] : named.flatMap((name) => bothShapes(name));
  return [{ claim: 'sub', operator: 'like', negated: false, values, source: 'sub' }];
}

/** The old shape, and the one with ids since July 2026. */
function bothShapes(repository: string): readonly string[] {
  const [owner = '', name] = repository.split('/');
  if (name === undefined) return ['repo:*'];
  return [`repo:${owner}/${name}:*`, `repo:${owner}@*/${name === '*' ? '*' : `${name}@*`}:*`];
}

function audience({ audience: value }: TrustPlace): TrustCondition {
  return { claim: 'aud', operator: 'equals', negated: false, values: [value], source: 'aud' };
}
