import { expect, it } from 'vitest';
import { CLAIMS, claimOfKey, suggestClaim } from './claims.ts';

it('no two claims share a name, a key or a field', () => {
  for (const name of ['claim', 'key', 'field'] as const)
    expect(new Set(CLAIMS.map((claim) => claim[name])).size).toBe(CLAIMS.length);
});

it.each([
  ['repository-id', 'repository_id'],
  ['event', 'event_name'],
  ['repo-property-data_class', 'repo_property_data_class'],
  ['repo-property-Data-Class', 'repo_property_Data-Class'],
  ['repository_id', undefined],
  ['event-name', undefined],
  ['repo-property-', undefined],
  ['constructor', undefined],
])('the key %s names the claim %s', (key, claim) => {
  expect(claimOfKey(key)).toBe(claim);
});

it.each([
  ['repositry', 'key', 'repository'],
  ['event_name', 'key', 'event'],
  ['workflow_ref', 'key', 'workflow-ref'],
  ['workflow-ref', 'field', 'workflow_ref'],
  ['quite-something-else', 'key', undefined],
] as const)('%s probably meant the %s %s', (name, as, meant) => {
  expect(suggestClaim(name, as)).toBe(meant);
});
