import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runPattern, sessionName } from './session-name.ts';
import { resourceMatches } from './wildcard.ts';

const LEASE = 'k3x9qabc123def';

describe('session names', () => {
  it('carry platform, run, attempt and lease', () => {
    expect(sessionName({ platform: 'gh', run: '7812345678', attempt: '1' }, LEASE)).toBe('lh-gh-7812345678-1-k3x9qabc123def');
    expect(runPattern({ platform: 'gh', run: '7812345678', attempt: '1' })).toBe('*:lh-gh-7812345678-1-*');
  });

  it('are taken by AWS and by the pattern of their run, whatever the run is called', () => {
    const run = fc.record({
      platform: fc.constantFrom('gh', 'lo'),
      run: fc.string({ maxLength: 90 }),
      attempt: fc.string({ maxLength: 9 }),
    });
    fc.assert(
      fc.property(run, (ref) => {
        const name = sessionName(ref, LEASE);
        expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
        expect(name.endsWith(`-${LEASE}`)).toBe(true);
        expect(resourceMatches(runPattern(ref), `AROAEXAMPLE:${name}`)).toBe(true);
      }),
    );
  });

  it('are not taken by the pattern of another run or attempt', () => {
    const numbers = fc.nat({ max: 99_999_999_999 }).map(String);
    const ref = fc.record({ platform: fc.constant('gh'), run: numbers, attempt: fc.nat({ max: 99 }).map(String) });
    fc.assert(
      fc.property(ref, ref, (one, other) => {
        fc.pre(one.run !== other.run || one.attempt !== other.attempt);
        expect(resourceMatches(runPattern(other), `AROAEXAMPLE:${sessionName(one, LEASE)}`)).toBe(false);
      }),
    );
  });
});
