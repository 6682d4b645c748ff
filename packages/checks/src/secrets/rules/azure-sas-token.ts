/** Shared access signatures of Azure: addresses that are signed for a time. */

import { hasLongEnded } from '../proof/instant.ts';
import type { Candidate, ExampleMaker, SecretRule, Verdict } from '../rule.ts';

/** Signs that an address is made of. */
const ADDRESS = /[^\s"'<>`]{0,200}$/;

function check({ before, after }: Candidate): Verdict {
  const address = (ADDRESS.exec(before)?.[0] ?? '') + (/^[^\s"'<>`]{0,200}/.exec(after)?.[0] ?? '');
  const end = /[?&;]se=(\d{4}-\d\d-\d\d)?(\d{10})?/.exec(address);
  // Storage signs with a version, Service Bus with the resource that it is for.
  if (!/[?&;]sv=20\d\d-\d\d-\d\d/.test(address) && !/[?& ]sr=[^&]{4,200}&/.test(address)) return { evidence: 'none' };
  const [, date, seconds] = end ?? [];
  const ends = date ? Date.parse(date) / 1000 : Number(seconds);
  if (Number.isNaN(ends)) return { evidence: 'shape', why: 'a shared access signature under a stored policy' };
  const day = new Date(ends * 1000).toISOString().slice(0, 10);
  if (hasLongEnded(ends)) return { evidence: 'public', why: `a shared access signature that ended on ${day}` };
  return { evidence: 'shape', why: `a shared access signature until ${day}` };
}

export const azureSasToken: SecretRule = {
  id: 'azure-sas-token',
  title: 'Azure shared access signature',
  description: 'A shared access signature reads or writes what it was signed for, until its time is over.',
  severity: 'high',
  prefixes: ['sig='],
  shape: /sig=(?<secret>[A-Za-z0-9%+/]{42,70}(?:%3D|%3d|=))/y,
  check,
  remedy: {
    rotate: 'Rotate the account key that signed it, or revoke the user delegation key or the stored access policy.',
    provider: 'azure',
  },
  reference: 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
  examples: (make) => ({
    positive: [sas(make, 2099), sas(make, 2091)],
    negative: [`?sv=2022-11-02&sig=${make.chars('a-z', 20)}`, `?se=2099-01-01&sig=${'*'.repeat(46)}`],
  }),
};

function sas(make: ExampleMaker, year: number): string {
  return `?sv=2022-11-02&ss=b&srt=co&sp=r&se=${year}-01-01T00:00:00Z&spr=https&sig=${make.chars('A-Za-z0-9', 43)}%3D`;
}
