/** The shape of a ledger line, written once: published as JSON Schema, and checked before a line is written. */

import { ACCESS_LEVELS, DELIVERIES, ENDING_KINDS, LEDGER_EVENTS } from '@leasehold/core';

/** The part of JSON Schema 2020-12 that a ledger line needs; `ledger-check.ts` understands exactly this. */
export interface LedgerSchema {
  readonly type?: 'object' | 'array' | 'string' | 'boolean';
  readonly description?: string;
  readonly const?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, LedgerSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | LedgerSchema;
  readonly items?: LedgerSchema;
}

/** Characters; what is longer is cut before it is checked. */
export const LONGEST_TEXT = 4096;

const INSTANT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{3})?Z$';

function text(description: string, more: LedgerSchema = {}): LedgerSchema {
  return { type: 'string', description, maxLength: LONGEST_TEXT, ...more };
}

function record(
  description: string,
  properties: Readonly<Record<string, LedgerSchema>>,
  required: readonly string[],
): LedgerSchema {
  return { type: 'object', description, properties, required, additionalProperties: false };
}

const EXPECTED: LedgerSchema = {
  type: 'array',
  description: 'Values of which one would have matched.',
  items: text('One value or pattern.'),
};

/** Fields in which people write sentences; scrubbed more strictly than names and claims. */
export const FREE_TEXT: ReadonlySet<string> = new Set(['purpose', 'reason', 'detail']);

/** One event of the ledger. */
export const LEDGER_SCHEMA: LedgerSchema = record(
  'One event in the life of a lease. It holds the hash of the credential, never the credential.',
  {
    version: { const: 1, description: 'Version of this format.' },
    time: text('When, ISO 8601 in UTC.', { pattern: INSTANT }),
    event: { type: 'string', enum: LEDGER_EVENTS, description: 'What happened.' },
    lease: text('Id of the lease.', { pattern: '^[0-9A-Za-z._-]{1,64}$' }),
    provider: text('Id of the provider.', { pattern: '^[a-z][a-z0-9-]{0,63}$' }),
    target: text('What is reached, such as a role.'),
    grant: text('Entry of the policy file; absent when everything stood in the workflow.'),
    purpose: text('Why the grant exists.'),
    owner: text('Who answers for the grant.'),
    access: { type: 'string', enum: ACCESS_LEVELS, description: 'How far the grant reaches.' },
    reason: text('Why this job asked.'),
    breakGlass: { type: 'boolean', description: 'Whether an emergency grant was used.' },
    run: record(
      'The run that asked.',
      {
        platform: text('Two letters.', { pattern: '^[a-z]{2}$' }),
        run: text('Id of the run.'),
        attempt: text('Attempt of the run.'),
      },
      ['platform', 'run', 'attempt'],
    ),
    identity: {
      type: 'object',
      description: "Claims of the job's ID token that may be shown.",
      additionalProperties: text('Value of one claim.'),
    },
    name: text('Name of the lease on the other side, such as a session name.'),
    expires: text('When the credential stops to work at the latest, ISO 8601 in UTC.', { pattern: INSTANT }),
    ending: { type: 'string', enum: ENDING_KINDS, description: 'How the lease ends.' },
    timeBoxed: { type: 'boolean', description: "Whether an expiry below the provider's minimum is enforced." },
    credential: record(
      'What may be known of the credential.',
      {
        hash: text('Base64 of its SHA-256.', { pattern: '^[A-Za-z0-9+/]{43}=$' }),
        publicId: text("The provider's public name for it, such as an access key id.", { pattern: '^[A-Za-z0-9._:/-]{1,128}$' }),
      },
      ['hash'],
    ),
    verified: { type: 'boolean', description: 'Dead after having been alive, by the same caller.' },
    detail: text('One sentence for a person.'),
    code: text('Stable code of a failure or a refusal.', { pattern: '^ERR_[A-Z0-9_]+$' }),
    mismatches: {
      type: 'array',
      description: 'Claims that did not match.',
      items: record(
        'One claim.',
        {
          claim: text('Name of the claim.'),
          actual: text('What the token says; absent when the claim is.'),
          expected: EXPECTED,
          source: text('Where the expectation stands.'),
        },
        ['claim', 'expected', 'source'],
      ),
    },
    delivery: { type: 'string', enum: DELIVERIES, description: 'How the credential was handed over.' },
  },
  ['version', 'time', 'event', 'lease', 'provider', 'target', 'breakGlass', 'run', 'identity'],
);

/** What an event must say beyond what all must: a credential is never issued without its end being written down. */
export const REQUIRED_BY_EVENT: Readonly<Record<string, readonly string[]>> = {
  denied: ['detail'],
  issued: ['name', 'expires', 'ending', 'credential'],
  delivered: ['delivery'],
  verified: ['verified'],
  failed: ['detail'],
};

/**
 * The schema of a ledger line for others, by JSON Schema draft 2020-12.
 *
 * Published as `docs/reference/ledger.schema.json`.
 */
export function ledgerJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Leasehold ledger event',
    ...LEDGER_SCHEMA,
    allOf: Object.entries(REQUIRED_BY_EVENT).map(([event, required]) => ({
      if: { properties: { event: { const: event } }, required: ['event'] },
      // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema; nothing awaits this object
      then: { required },
    })),
  };
}
