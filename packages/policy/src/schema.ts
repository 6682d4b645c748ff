/** The shape of the policy file: one schema for the parser and for the JSON Schema of editors. */

import { ACCESS_LEVELS, type Access } from '@leasehold/core';
import * as z from 'zod/mini';
import { CLAIMS } from './claims.ts';

/** A duration, or the two that bound one. */
export type TtlFile = string | { readonly default?: string | undefined; readonly max?: string | undefined };

/** What a claim must match: one glob or several. */
export type ClaimFile = Scalar | readonly Scalar[];
type Scalar = string | number | boolean;

/** A guardrail as it stands in the file. */
export interface GuardrailFile {
  readonly id: string;
  readonly 'deny-when': string;
  readonly message: string;
}

/** A grant as it stands in the file. */
export interface GrantFile {
  readonly purpose: string;
  readonly owner: string;
  readonly access: Access;
  readonly reviewed?: string | undefined;
  readonly provider: string;
  readonly with?: Readonly<Record<string, unknown>> | undefined;
  readonly ttl?: TtlFile | undefined;
  readonly subjects: readonly Readonly<Record<string, ClaimFile | undefined>>[];
  readonly when?: string | undefined;
  readonly 'break-glass'?: boolean | undefined;
  readonly approval?: { readonly by: 'environment'; readonly 'not-actor'?: boolean | undefined } | undefined;
}

/** The whole file. */
export interface PolicyFile {
  readonly version: 1;
  readonly defaults?: { readonly ttl?: TtlFile | undefined; readonly 'review-every'?: string | undefined } | undefined;
  readonly guardrails?: readonly GuardrailFile[] | undefined;
  readonly grants: Readonly<Record<string, GrantFile>>;
}

/** Longest condition in characters: what keeps its evaluation bounded. */
export const MAX_CONDITION_LENGTH = 2000;

/** An object that refuses unknown keys; the message of that issue is the list of the known ones, from which a suggestion is made. */
function strict<T extends z.core.$ZodLooseShape>(shape: T): z.ZodMiniObject<z.core.util.Writeable<T>, z.core.$strict> {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

let schema: z.ZodMiniType<PolicyFile> | undefined;

/** The schema, built at first use. Messages are predicates; whoever reports them puts the path before. */
export function policySchema(): z.ZodMiniType<PolicyFile> {
  schema ??= build();
  return schema;
}

function build(): z.ZodMiniType<PolicyFile> {
  const text = (description: string): z.ZodMiniString =>
    z.string().check(z.regex(/\S/, 'must not be empty'), z.describe(description));
  const id = (description: string): z.ZodMiniString =>
    z
      .string()
      .check(
        z.regex(
          /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
          'must be at most 64 letters, digits, `-`, `_` and `.`, a letter or digit first',
        ),
        z.describe(description),
      );
  const duration = (description: string): z.ZodMiniString =>
    z
      .string()
      .check(
        z.regex(
          /^(?=.*[1-9])(?:\d{1,6}d)?(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,9}s)?$/,
          'is not a duration such as `90s`, `15m`, `1h30m` or `90d`',
        ),
        z.describe(description),
      );
  const condition = (description: string): z.ZodMiniString =>
    z
      .string()
      .check(
        z.regex(/\S/, 'must not be empty'),
        z.maxLength(MAX_CONDITION_LENGTH, `must be at most ${MAX_CONDITION_LENGTH} characters`),
        z.describe(description),
      );
  const ttl = (description: string): z.ZodMiniType<TtlFile> =>
    z
      .union([
        duration('Both at once.'),
        strict({
          default: z.optional(duration('What a request without a TTL gets.')),
          max: z.optional(duration('The most that a request may ask for.')),
        }),
      ])
      .check(z.describe(description));

  const pattern = z
    .union(
      [z.string().check(z.minLength(1, 'must not be empty')), z.int(), z.boolean()],
      'must be text, a whole number, or true or false',
    )
    .register(z.globalRegistry, { id: 'pattern' });
  const patterns = z
    .union([pattern, z.array(pattern).check(z.minLength(1, 'must name at least one pattern'))])
    .register(z.globalRegistry, { id: 'patterns' });
  const claim = (description: string): z.ZodMiniType<ClaimFile | undefined> =>
    z.optional(patterns.check(z.describe(description)));
  // Custom properties have names that only their organisation knows; the other keys are checked after the shape, for the suggestion.
  const subject = z
    .catchall(
      z.object(Object.fromEntries(CLAIMS.map(({ key, description }) => [key, claim(description)]))),
      claim('Custom property of the repository.'),
    )
    .check(
      z.describe(
        'Claims that the job’s token must have, each with the globs of which one must match the whole value. All keys must match.',
      ),
    );

  const guardrail = strict({
    id: id('Name of the guardrail, in every decision.'),
    'deny-when': condition('CEL; when it is true, or fails, the request is denied.'),
    message: text('Why, for whoever is denied.'),
  });
  const grant = strict({
    purpose: text('What the grant is for.'),
    owner: text('Who answers for the grant: a person or a team.'),
    access: z.enum(ACCESS_LEVELS).check(z.describe('How far the grant reaches.')),
    reviewed: z.optional(
      z
        .string()
        .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date such as `2026-11-01`'), z.describe('Day of the last review.')),
    ),
    provider: text('Who gives the credential.'),
    with: z.optional(z.record(z.string(), z.unknown()).check(z.describe('Options of the provider.'))),
    ttl: z.optional(ttl('How long a lease lives.')),
    subjects: z
      .array(subject)
      .check(z.minLength(1, 'must name at least one kind of job'), z.describe('Which jobs may ask: one entry must match.')),
    when: z.optional(condition('CEL; must be true.')),
    'break-glass': z.optional(
      z.boolean().check(z.describe('For emergencies: needs a reason, halves the TTL, and is shown apart in every report.')),
    ),
    approval: z.optional(
      strict({
        by: z
          .literal('environment')
          .check(z.describe('The job must run in a deployment environment, whose reviewers approve it.')),
        'not-actor': z.optional(z.boolean().check(z.describe('The approver may not be whoever started the run.'))),
      }).check(z.describe('Who else has to say yes.')),
    ),
  }).check(z.describe('What may be leased, by whom, for how long, why, and who owns it.'));

  return strict({
    version: z.literal(1).check(z.describe('Version of the file format.')),
    defaults: z.optional(
      strict({
        ttl: z.optional(ttl('TTL of a grant that states none; 15 minutes by default.')),
        'review-every': z.optional(duration('How often every grant must be reviewed; 90 days by default.')),
      }).check(z.describe('What holds for every grant that does not say otherwise.')),
    ),
    guardrails: z.optional(z.array(guardrail).check(z.describe('What no grant may allow.'))),
    grants: z
      .record(id('Name of the grant, as a workflow asks for it.'), grant)
      .check(z.describe('What may be leased, by name.')),
  }).check(z.describe('What the jobs of a repository may lease.'), z.meta({ title: 'Leasehold policy' }));
}
