import type { Grant } from '@leasehold/core';
import { expect, it } from 'vitest';
import { grantTrust } from './grant-trust.ts';
import { readSubject } from './subject.ts';

const GRANT: Grant = {
  id: 'deploy',
  purpose: 'x',
  owner: 'me',
  access: 'read',
  reviewEvery: 1,
  provider: 'aws',
  with: {},
  ttl: { default: 600, max: 600 },
  subjects: [{ 'repository-id': 12, event: ['push', 'release'] }, { repository: ['acme/site', 'acme/docs-*'] }].map(readSubject),
  breakGlass: false,
};

it.each(['https://token.actions.githubusercontent.com', 'token.actions.githubusercontent.com'])(
  'each subject of a grant is one statement of trust in %s',
  (issuer) => {
    const issuers = ['token.actions.githubusercontent.com'];
    expect(grantTrust(GRANT, issuer)).toEqual([
      {
        id: 'deploy-1',
        effect: 'allow',
        issuers,
        conditions: [
          { claim: 'repository_id', operator: 'equals', negated: false, values: ['12'], source: 'subjects[0].repository-id' },
          { claim: 'event_name', operator: 'equals', negated: false, values: ['push', 'release'], source: 'subjects[0].event' },
        ],
      },
      {
        id: 'deploy-2',
        effect: 'allow',
        issuers,
        conditions: [
          {
            claim: 'repository',
            operator: 'like',
            negated: false,
            values: ['acme/site', 'acme/docs-*'],
            source: 'subjects[1].repository',
          },
        ],
      },
    ]);
  },
);
