import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { policyJsonSchema } from './json-schema.ts';

const PROVIDERS = [
  {
    id: 'aws',
    options: [
      { name: 'role', description: 'Role.', required: true },
      { name: 'region', description: 'Region.' },
    ],
  },
  { id: 'none', options: [] },
];

const accepts = new Ajv2020({ allErrors: true }).compile(policyJsonSchema(PROVIDERS));

const GRANT = 'purpose: x, owner: me, access: read, provider: aws, with: { role: r }';
const grant = (rest: string): unknown => parse(`{ version: 1, grants: { g: { ${rest} } } }`);

describe('the JSON Schema of a policy', () => {
  it.each([
    `${GRANT}, subjects: [{ repository-id: 1, event: [push, release], ref: refs/heads/*, repo-property-team: sre }]`,
    `${GRANT}, subjects: [{ sub: x }], ttl: 10m, when: "true", reviewed: 2026-11-01, break-glass: true`,
    `${GRANT}, subjects: [{ sub: x }], ttl: { default: 10m, max: 1h30m }, approval: { by: environment, not-actor: true }`,
    'purpose: x, owner: me, access: read, provider: none, subjects: [{ sub: x }]',
  ])('accepts a sound grant: %s', (rest) => {
    expect(accepts(grant(rest)), JSON.stringify(accepts.errors)).toBe(true);
  });

  it.each([
    [`${GRANT}`, '/grants/g', 'required'],
    [`${GRANT}, subjects: []`, '/grants/g/subjects', 'minItems'],
    [`${GRANT}, subjects: [{}]`, '/grants/g/subjects/0', 'minProperties'],
    [`${GRANT}, subjects: [{ repositry-id: 1 }]`, '/grants/g/subjects/0', 'additionalProperties'],
    [`${GRANT}, subjects: [{ sub: x }], ttl: 0s`, '/grants/g/ttl', 'anyOf'],
    [`${GRANT}, subjects: [{ sub: x }], whn: x`, '/grants/g', 'additionalProperties'],
    ['purpose: x, owner: me, access: read, provider: awz, subjects: [{ sub: x }]', '/grants/g/provider', 'enum'],
    ['purpose: x, owner: me, access: read, provider: aws, subjects: [{ sub: x }]', '/grants/g', 'required'],
    [
      'purpose: x, owner: me, access: read, provider: aws, with: { rol: r }, subjects: [{ sub: x }]',
      '/grants/g/with',
      'additionalProperties',
    ],
    ['purpose: x, owner: me, access: all, provider: none, subjects: [{ sub: x }]', '/grants/g/access', 'enum'],
  ])('refuses an unsound grant: %s', (rest, path, keyword) => {
    expect(accepts(grant(rest))).toBe(false);
    expect(accepts.errors?.map((error) => [error.instancePath, error.keyword])).toContainEqual([path, keyword]);
  });

  it.each(['{ grants: {} }', '{ version: 2, grants: {} }', '{ version: 1 }', '{ version: 1, grants: {}, x: 1 }', '[]'])(
    'refuses the file %s',
    (text) => {
      expect(accepts(parse(text))).toBe(false);
    },
  );

  it('is the same at every call', () => {
    expect(policyJsonSchema(PROVIDERS)).toEqual(policyJsonSchema(PROVIDERS));
  });
});
