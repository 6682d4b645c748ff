import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { githubLog, withoutCommands } from './github-log.ts';

let printed = '';
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

/**
 * The commands that the runner would carry out: it cuts at every kind of line end, trims what .NET calls white space, and looks for `::name…::` at the start and for `##[name…]` anywhere.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function commands(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const start = line.replace(/^[\s\u0085]+/, '');
    return [/^::([a-z-]+)[^:]*::/.exec(start)?.[1], /##\[([a-z-]+)[^\]]*\]/.exec(line)?.[1]].flatMap((name) => name ?? []);
  });
}

describe('text from outside', () => {
  it.each([
    '::add-mask::x',
    '  ::stop-commands::x',
    'one\n::error::x',
    'one\r::error::x',
    'one\r\n\t::error file=a,line=1::x',
    '\u0085::error::x',
    '\u00a0\u2003::error::x',
    '##[error]x',
    'one ##[group]x',
    '##[##[error]x',
    '\n\n##[command]x',
  ])('%j is a command to the runner, and is none when it was made safe', (text) => {
    expect(commands(text)).not.toEqual([]);
    expect(commands(withoutCommands(text))).toEqual([]);
  });

  it('stays as it is when it is no command', () => {
    const text = 'arn:aws:iam::111122223333:role/site-deploy\nsee a::b and ## [x]';
    expect(withoutCommands(text)).toBe(text);
  });

  it('is never a command, and loses nothing but that', () => {
    const pieces = fc.constantFrom(
      '::',
      ':',
      '##[',
      '##',
      '[',
      ']',
      '#',
      'error',
      'add-mask',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u200b',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const safe = withoutCommands(text);
        expect(commands(safe)).toEqual([]);
        expect(safe.replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the log of a step', () => {
  const hostile = 'one\n::error::two\r##[error]%0A::error::three';

  it.each(['debug', 'notice', 'warning', 'error'] as const)('%s is one annotation, whatever the text says', (level) => {
    githubLog()[level](hostile);
    expect(printed).toBe(`::${level}::one%0A::error::two%0D##[error]%250A::error::three\n`);
  });

  it('info is plain lines', () => {
    githubLog((line) => {
      printed += `${line}\n`;
    }).info(hostile);
    expect([commands(printed), printed]).toEqual([[], 'one\n\u200b::error::two\r\u200b##\u200b[error]%0A::error::three\n']);
  });
});
