/** What reports say of a secret that was found in a history. */

import { describe, expect, it } from 'vitest';
import { lintGitlab } from './lint-gitlab.ts';
import { lintJson } from './lint-json.ts';
import { lintJunit } from './lint-junit.ts';
import { lintSarif } from './lint-sarif.ts';
import { lintSummary } from './lint-summary.ts';
import { lintText } from './lint-text.ts';
import { finding, RUN, reportOf } from './test-report.ts';

const [BROUGHT, REMOVED, OBJECT] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
const DATE = Date.UTC(2024, 1, 3, 4, 5, 6);
const author = { name: 'Ada', mail: 'ada@example.com' };

const standing = finding({ commit: BROUGHT, provenance: { object: OBJECT, author, date: DATE, standsIn: 'HEAD' } });
const removed = finding({
  commit: BROUGHT,
  provenance: { object: OBJECT, author, date: DATE, removed: { commit: REMOVED, date: DATE + 86_400_000 } },
});
const lost = finding({ provenance: { object: OBJECT, unreachable: true } });

describe('a secret of a history', () => {
  it.each([
    [standing, `commit ${'a'.repeat(12)} of Ada on 2024-02-03 brought it; it still stands in \`HEAD\``],
    [removed, `commit ${'a'.repeat(12)} of Ada on 2024-02-03 brought it; commit ${'b'.repeat(12)} on 2024-02-04 took it out`],
    [lost, `it stands in the object ${'c'.repeat(12)}; no ref leads to it any more`],
  ])('is told with who brought it and what became of it', (one, story) => {
    const report = reportOf([one], { versions: true });
    expect(lintText(report)).toContain(`  how: ${story}`);
    expect(lintText(report)).toContain('versions of files');
    expect(lintSummary(report).replaceAll('\\', '')).toContain(story.slice(0, 20));
    expect(lintSarif(report, RUN)).toContain(story.slice(1, 40));
    expect(lintJunit(report, RUN)).toContain(`\nhow: ${story.slice(0, 20)}`);
    for (const text of [
      lintText(report),
      lintSummary(report),
      lintSarif(report, RUN),
      lintJunit(report, RUN),
      lintGitlab(report, RUN),
    ]) {
      expect(text).not.toContain(author.mail);
    }
  });

  it('has all of it in JSON', () => {
    const [told] = JSON.parse(lintJson(reportOf([removed]))).findings;
    expect(told).toMatchObject({
      commit: BROUGHT,
      provenance: {
        object: OBJECT,
        author,
        date: '2024-02-03T04:05:06.000Z',
        removed: { commit: REMOVED, date: '2024-02-04T04:05:06.000Z' },
      },
    });
  });

  it('has its commit in the report of GitLab', () => {
    const [told] = JSON.parse(lintGitlab(reportOf([standing]), RUN)).vulnerabilities;
    expect(told.location.commit).toEqual({ sha: BROUGHT, author: 'Ada', date: '2024-02-03T04:05:06' });
  });
});
