/** The pages that list what a catalogue holds list exactly that. */

import { LEDGER_EVENTS } from '@leasehold/core';
import { CAUSES } from '@leasehold/oidc';
import { describe, expect, it } from 'vitest';
import { INPUTS, OUTPUTS } from '../actions/lease/src/catalogue.ts';
import { spans, tableOf } from './documentation.ts';
import { read } from './repository.ts';

describe('docs/trust.md', () => {
  it('lists every cause once, and no other', () => {
    const ids = tableOf('docs/trust.md', 'id').flatMap(([id = '']) => spans(id));
    expect([...ids].sort()).toEqual(CAUSES.map(({ id }) => id).sort());
  });
});

describe('docs/ledger.md', () => {
  it('lists every event, in the order of a life', () => {
    expect(tableOf('docs/ledger.md', 'event').flatMap(([event = '']) => spans(event))).toEqual(LEDGER_EVENTS);
  });
});

describe('docs/from-configure-aws-credentials.md', () => {
  const page = 'docs/from-configure-aws-credentials.md';
  const named = tableOf(page, 'there').flatMap(([, here = '']) => spans(here));

  it('names inputs that the action has, with values that they take', () => {
    expect(named.length).toBeGreaterThan(5);
    const names = named.map((span) => span.split(':')[0] as string);
    expect(names.filter((name) => !INPUTS.some((input) => input.name === name))).toEqual([]);
  });

  it('promises outputs by the names that the action gives them', () => {
    const outputs = OUTPUTS.map(({ name }) => name);
    for (const name of [
      'aws-account-id',
      'authenticated-arn',
      'aws-expiration',
      'aws-access-key-id',
      'aws-secret-access-key',
      'aws-session-token',
    ]) {
      expect(outputs).toContain(name);
    }
  });
});

describe('docs/network.md', () => {
  const rows = tableOf('docs/network.md', 'when');
  const sources = read('packages/providers/src/aws/ending/iam-query.ts');

  it('names every action of IAM that the ending uses, and no other', () => {
    const used = [
      ...sources.matchAll(/'((?:Get|List|Create|Put|Delete|Set|Update|Attach|Detach|Tag|Untag)[A-Z][A-Za-z]+)'/g),
    ].map(([, name = '']) => name);
    const iam = rows.filter(([, to = '']) => to.startsWith('IAM')).flatMap(([, , what = '']) => spans(what));
    expect(used.length).toBeGreaterThan(5);
    expect([...iam].sort()).toEqual([...new Set(used)].sort());
  });

  it('names every variable that moves a call elsewhere', () => {
    const address = read('packages/providers/src/aws/endpoints.ts');
    const variables = new Set([...address.matchAll(/AWS_ENDPOINT_URL(?:_[A-Z0-9]+)?/g)].map(([name]) => name));
    const page = read('docs/network.md') + read('docs/aws.md');
    expect([...variables].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect(variables.size).toBeGreaterThan(0);
  });
});
