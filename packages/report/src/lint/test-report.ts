/** Reports as the tests of the renderers need them. */

import type { Finding, LintReport } from '@leasehold/core';
import type { LintRun } from './lint-run.ts';

/** A finding, with what the test changes. */
export function finding(change: Partial<Finding> & { readonly path?: string; readonly line?: number } = {}): Finding {
  const { path = 'config/prod.env', line = 3, ...fields } = change;
  return {
    ruleId: 'acme-api-token',
    title: 'Acme API token',
    tier: 'proven',
    severity: 'high',
    fails: true,
    at: { path, line, column: 14, endLine: line, endColumn: 53 },
    fingerprint: 'k3x9qabc123def',
    preview: 'acme_12…9f2a',
    why: ['its checksum holds'],
    remedy: { rotate: 'revoke it under Settings, Tokens of Acme', provider: 'acme' },
    ...fields,
  };
}

/** A report of these findings. */
export function reportOf(findings: readonly Finding[], change: Partial<LintReport> = {}): LintReport {
  return { findings, files: 1204, bytes: 12_345_678, skipped: [], allowed: 0, notes: [], failOn: 'prefixed', ...change };
}

/** Two secrets, one of them in two places, and all else that a report may have. */
export const REPORT: LintReport = reportOf(
  [
    finding({
      ruleId: 'acme-public-key',
      title: 'Acme public key',
      tier: 'heuristic',
      severity: 'info',
      fails: false,
      fingerprint: 'f2',
      preview: 'pk_…11',
      why: ['public by design'],
      remedy: { rotate: 'nothing to do' },
      path: 'web/app.js',
    }),
    finding({ line: 9, path: 'docs/a b.md', commit: '8f3c1b0d9a7e6f5c4b3a29181716151413121110' }),
    finding(),
  ],
  {
    skipped: [
      { path: 'a.bin', reason: 'too large' },
      { path: 'b.bin', reason: 'too large' },
      { path: 'c', reason: 'unreadable: EACCES' },
    ],
    allowed: 1,
    notes: ['the allow entry `f9` expired on 2026-11-01'],
  },
);

/** The run that made it. */
export const RUN: LintRun = {
  version: '0.1.0',
  startedAt: Date.UTC(2026, 10, 24, 10, 12, 5),
  endedAt: Date.UTC(2026, 10, 24, 10, 12, 6),
  rule: (id) =>
    id === 'acme-api-token'
      ? { description: 'A token with all rights of its owner.', reference: 'https://acme.example/docs/tokens' }
      : undefined,
};
