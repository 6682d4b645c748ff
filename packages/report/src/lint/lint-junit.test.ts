/** JUnit as CI systems take it. */

import { describe, expect, test } from 'vitest';
import { lintJunit } from './lint-junit.ts';
import { REPORT, RUN, reportOf } from './test-report.ts';

describe('JUnit', () => {
  test('has a failed case for what fails, and a passed one for the rest', () => {
    const xml = lintJunit(REPORT, RUN);
    expect(xml).toContain('<testsuites name="Leasehold secret-lint" tests="3" failures="2" errors="0" time="1.000">');
    expect(xml).toContain(
      '<testcase classname="config/prod.env" name="acme-api-token at 3:14" file="config/prod.env" line="3" time="0">',
    );
    expect(xml.match(/<failure /g)).toHaveLength(2);
  });

  test('has one passed case when nothing was found', () => {
    expect(lintJunit(reportOf([]), RUN)).toContain(
      '<testcase classname="leasehold.lint" name="no static secret found" time="0"/>',
    );
  });
});
