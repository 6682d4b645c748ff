/** What a lease is can be read in ten seconds, from its issue to its end, and no word of others breaks it. */

import type { Ended, LeaseRecord, LeaseSubject } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endSummary, endText } from './end.ts';
import { leaseSummary, leaseText } from './lease.ts';

const EXPIRES = Date.UTC(2026, 10, 24, 10, 12, 5);
const NOW = EXPIRES - 600_000;
const SUBJECT: LeaseSubject = {
  grant: 'deploy-site',
  purpose: 'publish the site',
  owner: '@acme/web',
  access: 'write',
  breakGlass: false,
  ttl: 600,
  target: 'arn:aws:iam::111122223333:role/site-deploy',
  scope: ['s3:PutObject on arn:aws:s3:::acme-site/*'],
  identity: { repository: 'acme/site', ref: 'refs/heads/main', environment: 'production', event_name: 'push', actor: 'octo' },
};
const RECORD: LeaseRecord = {
  version: 1,
  leaseId: 'k3x9qabc123def',
  stage: 'delivered',
  provider: 'aws',
  name: 'lh-gh-1-1-k3x9qabc123def',
  handle: {},
  ending: { kind: 'denied', why: 'the revoker role denies this session by `aws:userid`', timeBoxed: true },
  requestedAt: NOW,
  expiresAt: EXPIRES,
  delivery: 'env',
  audience: 'sts.amazonaws.com',
  onRevokeFailure: 'fail',
  skewMs: 0,
  subject: SUBJECT,
};
const NAMES = { restored: ['AWS_REGION'], foreign: ['AWS_PROFILE'] };

function about(change: Partial<LeaseSubject>): LeaseRecord {
  return { ...RECORD, subject: { ...SUBJECT, ...change } };
}

describe('a lease that was issued', () => {
  test('is a table', () => {
    expect(leaseSummary(RECORD, NOW)).toBe(
      [
        '### Lease of `deploy-site`',
        '',
        '| Lease | `k3x9qabc123def` |',
        '| --- | --- |',
        '| Purpose | publish the site |',
        '| Owner | `@acme/web` |',
        '| Target | `arn:aws:iam::111122223333:role/site-deploy` (write) |',
        '| Scope | `s3:PutObject on arn:aws:s3:::acme-site/*` |',
        '| For | `acme/site`, at `refs/heads/main`, environment `production`, on `push`, by `octo` |',
        '| Until | 2026-11-24 10:12:05 UTC (in 10m) |',
        "| Ending | denied when the job ends: it still authenticates, and every request is refused; a time box keeps it below the provider's own minimum |",
        '',
      ].join('\n'),
    );
  });

  test('is four lines of the log', () => {
    expect(leaseText(RECORD, NOW).split('\n')).toEqual([
      'leased deploy-site (arn:aws:iam::111122223333:role/site-deploy) until 2026-11-24 10:12:05 UTC (in 10m), lease k3x9qabc123def',
      '  for acme/site, at refs/heads/main, environment production, on push, by octo',
      '  scope: s3:PutObject on arn:aws:s3:::acme-site/*',
      "  ending: denied when the job ends: it still authenticates, and every request is refused; a time box keeps it below the provider's own minimum",
    ]);
  });

  test('without a grant is told by its target, and without a scope by all of it', () => {
    const { grant: _grant, purpose: _purpose, owner: _owner, access: _access, ...inline } = SUBJECT;
    const record: LeaseRecord = { ...RECORD, subject: { ...inline, scope: [], identity: {} } };
    const summary = leaseSummary(record, NOW);
    expect(summary).toContain('### Lease of `arn:aws:iam::111122223333:role/site-deploy`');
    expect(summary).toContain('| Scope | all that the target allows |');
    expect(summary).toContain('| For | a job whose token tells no name |');
    expect(summary).not.toContain('Purpose');
    expect(leaseText(record, NOW)).toContain('leased arn:aws:iam::111122223333:role/site-deploy until');
  });

  test('of another platform is told by its subject', () => {
    expect(leaseText(about({ identity: { sub: 'project_path:acme/site' } }), NOW)).toContain('  for project_path:acme/site');
  });

  test('tells a long scope in full in the summary and in short in the log', () => {
    const record = about({ scope: ['a on x', 'b on x', 'c on x', 'd on x', 'e on x'] });
    expect(leaseSummary(record, NOW)).toContain('`a on x`<br>`b on x`<br>`c on x`<br>`d on x`<br>`e on x`');
    expect(leaseText(record, NOW)).toContain('  scope: a on x; b on x; c on x and 2 more');
  });

  test('that only expires says so', () => {
    const record: LeaseRecord = { ...RECORD, ending: { kind: 'expires', why: 'no `revoker-role` is set', timeBoxed: false } };
    expect(leaseSummary(record, NOW)).toContain(
      '| Ending | expires: only time ends it, also when the job is over (no `revoker-role` is set) |',
    );
  });

  test('in an emergency says so first, with the reason', () => {
    const record = about({ breakGlass: true, reason: 'site is down, see #7' });
    expect(leaseSummary(record, NOW)).toContain(
      '> [!CAUTION]\n> **BREAK-GLASS**: an emergency grant was used. Reason: site is down, see &#35;7\n',
    );
    expect(leaseText(record, NOW).split('\n')[0]).toBe('BREAK-GLASS: an emergency grant was used; reason: site is down, see #7');
    const ended: Ended = { outcome: 'ended', kind: 'denied', verified: true, detail: 'x' };
    expect(endSummary(record, ended, NAMES, NOW)).toContain('**BREAK-GLASS**');
    expect(endText(record, ended, NAMES, NOW)).toContain('BREAK-GLASS');
    expect(leaseText(about({ breakGlass: true }), NOW)).toContain('reason: none given');
    expect(leaseSummary(about({ breakGlass: true }), NOW)).toContain('Reason: none given');
  });
});

describe('a lease that ended', () => {
  test.each<[string, Ended, readonly string[]]>([
    [
      'verified',
      { outcome: 'ended', kind: 'denied', verified: true, detail: 'refused by an explicit deny' },
      [
        'denied and verified dead: deploy-site (arn:aws:iam::111122223333:role/site-deploy), lease k3x9qabc123def',
        '  refused by an explicit deny',
      ],
    ],
    [
      'unverified is taken for alive until it expires',
      { outcome: 'ended', kind: 'revoked', verified: false, detail: 'no probe could be asked', help: 'allow one' },
      [
        'revoked, unverified: deploy-site (arn:aws:iam::111122223333:role/site-deploy), lease k3x9qabc123def; the credential may still work until 2026-11-24 10:12:05 UTC (in 10m)',
        '  no probe could be asked',
        '  help: allow one',
      ],
    ],
    [
      'dead already',
      { outcome: 'already-dead', kind: 'revoked', verified: true, detail: 'gone' },
      [
        'dead before its ending, verified: deploy-site (arn:aws:iam::111122223333:role/site-deploy), lease k3x9qabc123def',
        '  gone',
      ],
    ],
    [
      'not at all',
      {
        outcome: 'failed',
        kind: 'denied',
        verified: false,
        detail: 'the list is full',
        code: 'ERR_AWS_LIST_FULL',
        liveUntil: EXPIRES,
      },
      [
        'NOT ENDED: deploy-site (arn:aws:iam::111122223333:role/site-deploy), lease k3x9qabc123def; the credential may still work until 2026-11-24 10:12:05 UTC (in 10m)',
        '  the list is full (ERR_AWS_LIST_FULL)',
      ],
    ],
    [
      'by time alone',
      { outcome: 'expires', kind: 'expires', verified: false, detail: 'as announced', liveUntil: EXPIRES },
      [
        'left to expire, as announced: deploy-site (arn:aws:iam::111122223333:role/site-deploy), lease k3x9qabc123def; the credential may still work until 2026-11-24 10:12:05 UTC (in 10m)',
        '  as announced',
      ],
    ],
  ])('%s', (_what, ended, lines) => {
    expect(endText(RECORD, ended, { restored: [], foreign: [] }, NOW).split('\n')).toEqual(lines);
  });

  test('dead before its ending without a proof is not called proven', () => {
    const ended: Ended = { outcome: 'already-dead', kind: 'revoked', verified: false, detail: 'answered 401' };
    expect(endText(RECORD, ended, NAMES, NOW)).toContain('dead before its ending, unverified');
  });

  test('is a table, with a caution when it lives on', () => {
    const ended: Ended = {
      outcome: 'failed',
      kind: 'denied',
      verified: false,
      detail: 'the list is full',
      code: 'ERR_AWS_LIST_FULL',
      help: 'prune it',
      liveUntil: EXPIRES,
    };
    expect(endSummary(RECORD, ended, NAMES, NOW)).toBe(
      [
        '### End of `deploy-site`',
        '',
        '> [!CAUTION]',
        '> **The lease did not end as promised.** The credential may still work until 2026-11-24 10:12:05 UTC (in 10m).',
        '',
        '| Lease | `k3x9qabc123def` |',
        '| --- | --- |',
        '| Outcome | **NOT ENDED** |',
        '| Detail | the list is full |',
        '| May still work until | 2026-11-24 10:12:05 UTC (in 10m) |',
        '| Next step | prune it |',
        '| Code | `ERR_AWS_LIST_FULL` |',
        '| Restored | `AWS_REGION` |',
        '| Left alone, changed by others | `AWS_PROFILE` |',
        '',
      ].join('\n'),
    );
  });

  test('after its expiry is not said to live', () => {
    const ended: Ended = { outcome: 'failed', kind: 'denied', verified: false, detail: 'x', liveUntil: EXPIRES };
    expect(endSummary(RECORD, ended, NAMES, EXPIRES + 1)).not.toContain('may still work');
  });

  test('tells what was restored and what was left alone', () => {
    const ended: Ended = { outcome: 'ended', kind: 'denied', verified: true, detail: 'x' };
    expect(endText(RECORD, ended, NAMES, NOW)).toContain('  restored AWS_REGION; left AWS_PROFILE alone, changed by others');
  });
});

test('no word of others breaks the table or speaks to the runner', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        '<script>',
        '|',
        '`',
        '\\',
        '\n',
        '\r\n',
        '::error::',
        '##[error]',
        '\n::add-mask::x',
        '\n\n# head',
        '> ',
        'word',
        '</table>',
        '\u2028',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(hostile, fc.boolean(), (words, breakGlass) => {
      const record: LeaseRecord = {
        ...about({
          breakGlass,
          grant: words,
          purpose: words,
          owner: words,
          reason: words,
          access: words,
          target: words,
          scope: [words],
          identity: { repository: words, ref: words, actor: words },
        }),
        ending: { kind: 'denied', why: words, timeBoxed: false },
      };
      const ended: Ended = {
        outcome: 'failed',
        kind: 'denied',
        verified: false,
        detail: words,
        help: words,
        code: words,
        liveUntil: EXPIRES,
      };
      const names = { restored: [words], foreign: [words] };
      for (const markdown of [leaseSummary(record, NOW), endSummary(record, ended, names, NOW)]) {
        const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
        expect(rows.every((row) => row.split('|').length === 4)).toBe(true);
        expect(markdown).not.toMatch(/<(?!\/?code>|br>)/);
        // Title, rows and alerts: every line is one of ours.
        expect(markdown.split('\n').every((line) => line === '' || /^(?:### |\| |> )/.test(line))).toBe(true);
      }
      for (const log of [leaseText(record, NOW), endText(record, ended, names, NOW)]) {
        expect(log.split(/[\r\n\u2028]/).length).toBeLessThanOrEqual(5);
        expect(log).not.toMatch(/^\s*::|##\[/m);
      }
    }),
  );
});
