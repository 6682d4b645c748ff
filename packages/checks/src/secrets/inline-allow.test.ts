import { describe, expect, it } from 'vitest';
import { withAllowances } from './inline-allow.ts';
import type { RawFinding } from './raw-finding.ts';
import { bytesOf, PLAIN } from './test-rules.ts';

/** Finds `VALUE`, `VALUE2` and so on for the rule `plain`, `OTHER` for the rule `other`. */
function found(text: string): readonly RawFinding[] {
  const findings = [...text.matchAll(/VALUE\d?|OTHER/g)].map(
    ({ 0: value, index: start }): RawFinding => ({
      rule: value === 'OTHER' ? { ...PLAIN, id: 'other' } : PLAIN,
      start,
      end: start + value.length,
      value,
      tier: 'prefixed',
      severity: 'high',
      why: ['seen'],
    }),
  );
  return withAllowances(bytesOf(text), findings);
}

/** Whether each of them is allowed. */
function allowed(text: string): readonly boolean[] {
  return found(text).map((finding) => finding.allowed !== undefined);
}

describe('a comment', () => {
  it.each([
    'VALUE # leasehold:allow plain -- revoked in May',
    '// leasehold:allow plain -- a fixture\r\nVALUE\r\n',
    'x = VALUE /* leasehold:allow plain -- a fixture */',
    '<!-- leasehold:allow plain -- a fixture -->\nVALUE',
    '# leasehold:allow npm-token -- no leasehold:allow plain -- yes\nVALUE',
    'VALUE # leasehold:allow plain -- "old" sample',
    'VALUE # leasehold:allow plain -- #123',
    'VALUE # leasehold:allow plain -- \u00d0\u00b4\u00d0\u00b0',
    '{"a": "VALUE", "_": "leasehold:allow plain -- a fixture"}',
  ])('allows what stands there: %s', (text) => {
    expect(allowed(text)).toEqual([true]);
  });

  it('shows nothing of its line, which may hold more secrets than the one', () => {
    const [finding] = found('{"a": "VALUE", "_": "leasehold:allow plain -- fixture", "password": "hunter2"}');
    expect(finding?.allowed).toBe('a comment beside it allows it, with a reason');
  });

  it.each([
    ['a second secret on its line', 'VALUE VALUE2 # leasehold:allow plain -- x1', [false, false]],
    ['a second secret below it', '# leasehold:allow plain -- x1\nVALUE VALUE2', [false, false]],
    [
      'a second secret far along the line',
      `${' '.repeat(900)}VALUE /* leasehold:allow plain -- x1 */${' '.repeat(900)}VALUE2`,
      [false, false],
    ],
    ['the same secret again', 'VALUE VALUE # leasehold:allow plain -- x1', [true, true]],
    ['a secret of another rule', 'VALUE OTHER # leasehold:allow plain -- x1', [true, false]],
    ['a second secret with its own comment', 'VALUE # leasehold:allow plain -- x1 leasehold:allow plain -- x2', [true]],
    ['two secrets with two comments', 'VALUE VALUE2 # leasehold:allow plain -- x1 leasehold:allow plain -- x2', [true, true]],
    ['the secret below a line with one', 'VALUE # leasehold:allow plain -- x1\nVALUE2', [true, false]],
    ['lines with a comment each', 'VALUE # leasehold:allow plain -- x1\nVALUE2 # leasehold:allow plain -- x2', [true, true]],
    ['the secret below one of another rule', 'OTHER # leasehold:allow plain -- x1\nVALUE', [false, true]],
  ])('lets one secret stay: %s', (_what, text, expected) => {
    expect(allowed(text)).toEqual(expected);
  });

  it.each([
    ['VALUE # gitleaks:allow', '`gitleaks:allow`'],
    ['x = VALUE // trufflehog:ignore', '`trufflehog:ignore`'],
    ['VALUE # betterleaks:allow', '`betterleaks:allow`'],
    ['VALUE # kingfisher:ignore', '`kingfisher:ignore`'],
    ['VALUE  # pragma: allowlist secret', '`pragma: allowlist secret`'],
    ['# pragma: allowlist nextline secret\nVALUE', '`pragma: allowlist nextline secret`'],
    ['VALUE # leasehold:allow plain', 'gives no reason'],
    ['VALUE # leasehold:allow plain --', 'gives no reason'],
    ['VALUE /* leasehold:allow plain -- */ + more', 'gives no reason'],
    ['{"a": "VALUE", "_": "leasehold:allow plain -- ", "b": 1}', 'gives no reason'],
    ['VALUE # leasehold:allow npm-token -- another', 'does not name the rule `plain`'],
    ['# leasehold:allow npm-token -- another\nVALUE', 'does not name the rule `plain`'],
    ['VALUE # leasehold:allow -- a fixture', 'does not name the rule `plain`'],
    ['VALUE # leasehold:allow', 'does not name the rule `plain`'],
    ['VALUE VALUE2 # leasehold:allow plain -- x1', 'lets one secret stay'],
  ])('that does not count is told: %s', (text, why) => {
    const [finding] = found(text);
    expect(finding?.allowed).toBeUndefined();
    expect(finding?.why).toEqual(['seen', expect.stringContaining(why)]);
  });

  it('of ours counts beside that of another scanner', () => {
    expect(allowed('VALUE # gitleaks:allow leasehold:allow plain -- a fixture')).toEqual([true]);
  });

  it.each([
    '# leasehold:allow plain -- two lines up\n\nVALUE',
    'VALUE\n# leasehold:allow plain -- behind',
    'OTHER # leasehold:allow other -- x1\nVALUE',
    '// gitleaks:allow\nVALUE',
    '# pragma: allowlist nextline secret\n\nVALUE',
    'VALUE',
  ])('elsewhere says nothing: %s', (text) => {
    expect(found(text).at(-1)).toMatchObject({ why: ['seen'] });
    expect(allowed(text).at(-1)).toBe(false);
  });
});
