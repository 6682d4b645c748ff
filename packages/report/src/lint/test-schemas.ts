/** Schemas of the formats of others, limited to the properties that lint writes; written from their documentation. */

const text = { type: 'string', minLength: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const line = { type: 'integer', minimum: 1 };
const message = { type: 'object', required: ['text'], properties: { text } };
const list = (items: object, more: object = {}): object => ({ type: 'array', items, ...more });
const record = (properties: Readonly<Record<string, object>>, ...optional: readonly string[]): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/** https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
const SARIF = record({
  $schema: { ...text, pattern: '^https://' },
  version: { const: '2.1.0' },
  runs: list(
    record({
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      invocations: list(
        record({
          executionSuccessful: { type: 'boolean' },
          startTimeUtc: { ...text, pattern: 'Z$' },
          endTimeUtc: { ...text, pattern: 'Z$' },
          toolExecutionNotifications: list(record({ level, message })),
        }),
      ),
      tool: record({
        driver: record({
          name: text,
          semanticVersion: text,
          informationUri: text,
          rules: list(
            record(
              {
                id: { ...text, maxLength: 255 },
                name: { ...text, maxLength: 255 },
                shortDescription: { ...message, properties: { text: { ...text, maxLength: 1024 } } },
                fullDescription: { ...message, properties: { text: { ...text, maxLength: 1024 } } },
                helpUri: { ...text, pattern: '^https?://' },
                help: record({ text, markdown: text }),
                defaultConfiguration: record({ level }),
                properties: record({
                  tags: list(text, { minItems: 1, maxItems: 20 }),
                  precision: { enum: ['very-high', 'high', 'medium', 'low'] },
                  'security-severity': { type: 'string', pattern: '^(?:10\\.0|[0-9]\\.[0-9])$' },
                }),
              },
              'helpUri',
            ),
          ),
        }),
      }),
      results: list(
        record({
          ruleId: text,
          ruleIndex: { type: 'integer', minimum: 0 },
          level,
          message,
          locations: list(
            record({
              physicalLocation: record({
                artifactLocation: record(
                  // A reference by RFC 3986, and nothing that would be read as a scheme but `file`.
                  {
                    uri: { type: 'string', pattern: "^(?:file://)?[A-Za-z0-9._~!$&'()*+,;=@%/-]*$" },
                    uriBaseId: { const: '%SRCROOT%' },
                  },
                  'uriBaseId',
                ),
                region: record({ startLine: line, startColumn: line, endLine: line, endColumn: line }),
              }),
            }),
            { minItems: 1, maxItems: 1000 },
          ),
          partialFingerprints: { type: 'object', required: ['primaryLocationLineHash'], additionalProperties: text },
          properties: record(
            { tier: text, commit: text, commitDate: { ...text, pattern: 'Z$' }, standsIn: text, removedBy: text },
            'commit',
            'commitDate',
            'standsIn',
            'removedBy',
          ),
        }),
        { maxItems: 25_000 },
      ),
    }),
    { minItems: 1, maxItems: 20 },
  ),
});

const instant = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' };
const tool = record({
  id: text,
  name: text,
  url: { ...text, pattern: '^https?://' },
  version: text,
  vendor: record({ name: text }),
});

/** https://docs.gitlab.com/development/integrations/secure/#report */
const GITLAB = record({
  version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
  scan: record({
    type: { const: 'secret_detection' },
    status: { enum: ['success', 'failure'] },
    analyzer: tool,
    scanner: tool,
    start_time: instant,
    end_time: instant,
    messages: list(record({ level: { enum: ['info', 'warn', 'fatal'] }, value: text })),
  }),
  vulnerabilities: list(
    record({
      id: text,
      name: { type: 'string', maxLength: 255 },
      description: { type: 'string', maxLength: 1_048_576 },
      severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
      solution: { type: 'string', maxLength: 7000 },
      identifiers: list(record({ type: text, name: text, value: text, url: { ...text, pattern: '^https?://' } }, 'url'), {
        minItems: 1,
      }),
      location: record({
        file: text,
        start_line: line,
        end_line: line,
        commit: record({ sha: text, author: text, date: instant }, 'author', 'date'),
      }),
    }),
  ),
});

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const CODE_QUALITY = list(
  record({
    description: text,
    check_name: text,
    fingerprint: text,
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: record({ path: text, lines: record({ begin: line, end: line }) }),
  }),
);

/** Schemas by format, to be compiled by a test. */
export const LINT_SCHEMAS: Readonly<Record<'sarif' | 'gitlab' | 'codeQuality', object>> = {
  sarif: SARIF,
  gitlab: GITLAB,
  codeQuality: CODE_QUALITY,
};
