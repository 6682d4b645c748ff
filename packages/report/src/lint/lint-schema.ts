/** The shape of lint's JSON document, published as JSON Schema. */

import { SEVERITIES, TIERS } from '@leasehold/core';
import { LINT_FORMAT_VERSION } from './lint-json.ts';

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string, more: Schema = {}): Schema => ({ type: 'string', description, ...more });
const number = (description: string, minimum: number): Schema => ({ type: 'integer', minimum, description });
const truth = (description: string): Schema => ({ type: 'boolean', description });
const list = (description: string, items: Schema): Schema => ({ type: 'array', description, items });

/** An object that has these properties and no other; a name that ends in `?` may be left out. */
function record(description: string, fields: Readonly<Record<string, Schema>>): Schema {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name.replace(/\?$/, ''), schema]));
  const required = Object.keys(fields).filter((name) => !name.endsWith('?'));
  return { type: 'object', description, properties, required, additionalProperties: false };
}

const TIER = text(
  'How strong the evidence is, strongest first: a checksum, a structure or key mathematics holds; an id and its secret stand together; the vendor’s own prefix and shape; what stands near names it; it only looks like one.',
  { enum: TIERS },
);

const COMMIT = text('Id of a commit.', { pattern: '^[0-9a-f]{40,64}$' });
const DATE = text('An instant in UTC, by RFC 3339.', { pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });

const PROVENANCE = record('What a history tells of it.', {
  object: text('Id of the object that was looked at: a version of the file, a commit or a tag.', {
    pattern: '^[0-9a-f]{40,64}$',
  }),
  'author?': record('Who wrote the commit that brought it.', { name: text('The name.'), mail: text('The address.') }),
  'date?': { ...DATE, description: 'When the author wrote that commit.' },
  'standsIn?': text('A ref in whose newest version it still stands.'),
  'removed?': record('The commit that took it out.', { commit: COMMIT, date: DATE }),
  'unreachable?': truth('Whether no ref leads to it: it is in the object store only.'),
});

const FINDING = record('One place where a static secret stands.', {
  ruleId: text('Id of the rule; the key of everything that is said about this kind of secret.', {
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  }),
  title: text('What it is.'),
  path: text('The file, as it was reached from the paths that were given, with `/` between its parts.'),
  line: number('Line of the first byte, from 1.', 1),
  column: number('Column of the first character, in units of UTF-16, from 1.', 1),
  endLine: number('Line of the last byte.', 1),
  endColumn: number('Column of the last character.', 1),
  tier: TIER,
  severity: text('How bad it is when this kind of secret is live.', { enum: SEVERITIES }),
  fails: truth('Whether it fails the build: its tier is at least `failOn`.'),
  fingerprint: text('Hash of the kind and the value of the secret; the same wherever it stands. What an allow list names.', {
    minLength: 1,
  }),
  preview: text('The secret, redacted.'),
  why: list('Why the rule fired.', text('One reason.')),
  remedy: record('What to do.', {
    rotate: text('Where it is rotated or revoked.'),
    'provider?': text('The provider of Leasehold that makes it needless.'),
  }),
  'commit?': text('Id of the commit that brought it, where history was scanned.'),
  'provenance?': PROVENANCE,
});

/**
 * The schema of what `leasehold lint --format json` prints, by JSON Schema draft 2020-12.
 *
 * Published as `docs/reference/lint.schema.json`.
 */
export function lintJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Leasehold lint report',
    ...record('What a run of `leasehold lint` found; never the secrets themselves.', {
      version: { const: LINT_FORMAT_VERSION, description: 'Version of this format.' },
      failOn: { ...TIER, description: 'Findings of this tier and of stronger ones fail.' },
      failing: number('How many findings fail.', 0),
      files: number('How many files were scanned.', 0),
      bytes: number('How many bytes were scanned.', 0),
      allowed: number('How many findings the allow list took out.', 0),
      skipped: list(
        'What was not scanned.',
        record('One file.', { path: text('The file.'), reason: text('Why, in a few words.') }),
      ),
      notes: list('What else should be known, such as allow entries that expired or were not used.', text('One sentence.')),
      findings: list('Every finding, the worst first.', FINDING),
    }),
  };
}
