import { describe, expect, it } from 'vitest';
import { allowanceOf } from './inline-allow.ts';
import { bytesOf } from './test-rules.ts';

function allowance(text: string): ReturnType<typeof allowanceOf> {
  const start = text.indexOf('VALUE');
  return allowanceOf(bytesOf(text), 'github-token', start, start + 5);
}

describe('a comment', () => {
  it.each([
    ['VALUE # leasehold:allow github-token -- revoked in May', 'revoked in May'],
    ['// leasehold:allow github-token -- a fixture\r\nVALUE\r\n', 'a fixture'],
    ['x = VALUE /* leasehold:allow github-token -- a fixture */', 'a fixture'],
    ['<!-- leasehold:allow github-token -- a fixture -->\nVALUE', 'a fixture'],
    ['# leasehold:allow npm-token -- no leasehold:allow github-token -- yes\nVALUE', 'yes'],
  ])('allows what stands there: %s', (text, reason) => {
    expect(allowance(text)?.allowed).toBe(true);
    expect(allowance(text)?.note).toContain(reason);
  });

  it.each([
    ['VALUE # gitleaks:allow', 'gitleaks:allow'],
    ['x = VALUE // trufflehog:ignore', 'trufflehog:ignore'],
    ['VALUE # betterleaks:allow', 'betterleaks:allow'],
    ['VALUE # kingfisher:ignore', 'kingfisher:ignore'],
    ['VALUE  # pragma: allowlist secret', 'pragma: allowlist secret'],
    ['# pragma: allowlist nextline secret\nVALUE', 'pragma: allowlist nextline secret'],
  ])('of another scanner does not count, and is told: %s', (text, comment) => {
    expect(allowance(text)).toMatchObject({ allowed: false, note: expect.stringContaining(`\`${comment}\``) as string });
  });

  it('of ours counts beside that of another scanner', () => {
    expect(allowance('VALUE # gitleaks:allow leasehold:allow github-token -- a fixture')?.allowed).toBe(true);
  });

  it('of ours without a reason does not count', () => {
    expect(allowance('VALUE # leasehold:allow github-token')).toMatchObject({ allowed: false });
    expect(allowance('VALUE # leasehold:allow github-token --')).toMatchObject({ allowed: false });
  });

  it.each([
    'VALUE # leasehold:allow npm-token -- another',
    '# leasehold:allow github-token -- two lines up\n\nVALUE',
    'VALUE\n# leasehold:allow github-token -- behind',
    '// gitleaks:allow\nVALUE',
    '# pragma: allowlist nextline secret\n\nVALUE',
    'VALUE',
  ])('elsewhere says nothing: %s', (text) => {
    expect(allowance(text)).toBeUndefined();
  });
});
