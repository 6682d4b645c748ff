/** Every format stays what it is, whatever the words of others that go into it, and none ever holds a secret. */

import { type Finding, type LintReport, SEVERITIES, TIERS } from '@leasehold/core';
import { secretSearch } from '@leasehold/testkit';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotationLines, lintAnnotations } from './lint-annotations.ts';
import { lintCodeQuality } from './lint-code-quality.ts';
import { lintGitlab } from './lint-gitlab.ts';
import { lintJson, lintJsonLines } from './lint-json.ts';
import { lintJunit } from './lint-junit.ts';
import { lintSarif } from './lint-sarif.ts';
import { lintJsonSchema } from './lint-schema.ts';
import { lintSummary } from './lint-summary.ts';
import { lintText } from './lint-text.ts';
import { finding, REPORT, RUN, reportOf } from './test-report.ts';
import { LINT_SCHEMAS } from './test-schemas.ts';

/** What paths and previews of others may hold: marks of every format, control characters, halves of characters. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('::', '::error::', '##[', '##vso[', '\n', '\r', '\u001b[31m', '\u0000', '\ud800', '\u202e', '\ufffe'),
      fc.constantFrom('<', '>', '&', '"', "'", ']]>', '|', '`', '%', ',', ':', '/', '\\', '<script>', '@x', 'é', '漢'),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => `x${parts.join('')}`);

const id = fc.constantFrom('a', 'b').map((digit) => digit.repeat(40));
const date = fc.integer({ min: 0, max: Date.UTC(2100, 0) });

/** What a history may say of a finding. */
const anyHistory: fc.Arbitrary<Pick<Finding, 'commit' | 'provenance'>> = fc.record(
  {
    commit: id,
    provenance: fc.record(
      {
        object: id,
        author: fc.record({ name: words, mail: words }),
        date,
        standsIn: words,
        removed: fc.record({ commit: id, date }),
        unreachable: fc.boolean(),
      },
      { requiredKeys: ['object'] },
    ),
  },
  { requiredKeys: [] },
);

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    history: anyHistory,
    path: words,
    title: words,
    preview: words,
    why: fc.array(words, { maxLength: 3 }),
    rotate: words,
    tier: fc.constantFrom(...TIERS),
    severity: fc.constantFrom(...SEVERITIES),
    fails: fc.boolean(),
    line: fc.integer({ min: 1, max: 9 }),
    column: fc.integer({ min: 1, max: 99 }),
    more: fc.constantFrom(0, 0, 2),
    fingerprint: fc.constantFrom('f1', 'f2', 'f3'),
  })
  .map(({ path, line, column, more, rotate, history, ...fields }) =>
    finding({
      ...fields,
      ...history,
      ruleId: `acme-${fields.fingerprint}`,
      at: { path, line, column, endLine: line + more, endColumn: column },
      remedy: { rotate },
    }),
  );

/** Any report. */
const anyReport: fc.Arbitrary<LintReport> = fc
  .record({
    findings: fc.array(anyFinding, { maxLength: 30 }),
    skipped: fc.array(fc.record({ path: words, reason: words }), { maxLength: 3 }),
    notes: fc.array(words, { maxLength: 2 }),
  })
  .map(({ findings, ...fields }) => reportOf(findings, fields));

const ajv = new Ajv2020({ strict: false, allErrors: true });
const DOCUMENTS: readonly (readonly [string, object, (report: LintReport) => string])[] = [
  ['the JSON document', lintJsonSchema(), lintJson],
  ['SARIF', LINT_SCHEMAS.sarif, (report) => lintSarif(report, RUN)],
  ['the secret detection report of GitLab', LINT_SCHEMAS.gitlab, (report) => lintGitlab(report, RUN)],
  ['the code quality report of GitLab', LINT_SCHEMAS.codeQuality, lintCodeQuality],
];

test.each(DOCUMENTS)('%s is of the form that its readers document', (_what, schema, render) => {
  const valid = ajv.compile(schema);
  const check = (report: LintReport): void => {
    expect(valid(JSON.parse(render(report))), ajv.errorsText(valid.errors)).toBe(true);
  };
  check(REPORT);
  fc.assert(fc.property(anyReport, check));
});

test('the JSON lines are one a finding, and a last one that sums up', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const lines = lintJsonLines(report)
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ type }) => type)).toEqual([...report.findings.map(() => 'finding'), 'summary']);
      expect(lines.at(-1).findings).toBe(report.findings.length);
    }),
  );
});

test('the text holds no control character and no command of a runner', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const line of lintText(report).split('\n')) expect(line).not.toMatch(/\p{Cc}|^\s*::|##\[|##vso\[/u);
    }),
  );
});

test('the summary opens no HTML', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(lintSummary(report).replaceAll(/<\/?code>|<br>/g, '')).not.toMatch(/<|(?!\n)\p{Cc}/u);
    }),
  );
});

test('the annotations are commands that the runner reads back as they were', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const annotations = lintAnnotations(report);
      const lines = annotationLines(annotations).split('\n').filter(Boolean);
      expect(lines.map(readCommand)).toEqual(annotations);
    }),
  );
});

/** Reads a command as the runner does. */
function readCommand(line: string): object {
  const [, level, list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const plain = (text: string): string =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const { title, file, ...rest } = Object.fromEntries(
    list.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), plain(pair.slice(pair.indexOf('=') + 1))]),
  );
  const { line: start, endLine, col, endColumn } = rest;
  const place = col === undefined ? {} : { column: Number(col), endColumn: Number(endColumn) };
  const at = file === undefined ? {} : { at: { file, line: Number(start), endLine: Number(endLine), ...place } };
  return { level, title, message: plain(data), ...at };
}

test('JUnit is well-formed XML', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const xml = lintJunit(report, RUN);
      expect(xml.isWellFormed()).toBe(true);
      const open: string[] = [];
      const rest = xml.replaceAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g, (_, close, name, _attributes, empty) => {
        if (close) expect(open.pop()).toBe(name);
        else if (!empty) open.push(name);
        return '';
      });
      expect(open).toEqual([]);
      expect(rest.replace(/^<\?xml [^<>]*\?>/, '')).not.toMatch(
        /[<>]|&(?!(?:amp|lt|gt|quot|apos);)|[\uFFFE\uFFFF]|(?!\n)\p{Cc}/u,
      );
    }),
  );
});

test('no format holds more of a secret than its preview', () => {
  const secrets = fc.string({ unit: 'grapheme-ascii', minLength: 16, maxLength: 60 });
  fc.assert(
    fc.property(secrets, anyReport, (secret, report) => {
      const preview = `${secret.slice(0, 4)}…${secret.slice(-2)}`;
      const redacted = reportOf(report.findings.map((each) => finding({ ...each, preview })));
      const all = [
        lintText(redacted),
        lintSummary(redacted),
        annotationLines(lintAnnotations(redacted)),
        lintJunit(redacted, RUN),
        lintJsonLines(redacted),
        ...DOCUMENTS.map(([, , render]) => render(redacted)),
      ];
      expect(secretSearch(all.join('\n'), secret)).toEqual([]);
    }),
  );
});
