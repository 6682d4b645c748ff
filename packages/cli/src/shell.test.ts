import { describe, expect, test } from 'vitest';
import { openOutput, type StreamLike } from './shell.ts';

function stream(terminal: boolean, colours: boolean): StreamLike & { text: string; fail?: (error: Error) => void } {
  const made: StreamLike & { text: string; fail?: (error: Error) => void } = {
    text: '',
    isTTY: terminal,
    hasColors: () => colours,
    write: (text) => {
      made.text += text;
    },
    on: (_event, listener) => {
      made.fail = listener;
    },
  };
  return made;
}

describe('an output', () => {
  test.each([
    [true, true, '\u001b[32mok\u001b[39m'],
    [true, false, 'ok'],
    [false, true, 'ok'],
  ])('with a terminal: %s and colours: %s paints `%s`', (terminal, colours, painted) => {
    expect(openOutput(stream(terminal, colours)).paint('green', 'ok')).toBe(painted);
  });

  test('writes whole lines', () => {
    const to = stream(false, false);
    const output = openOutput(to);
    output.line('one');
    output.line();
    expect(to.text).toBe('one\n\n');
  });

  test('goes on when its reader went away, so that a lease can still be ended', () => {
    const to = stream(false, false);
    openOutput(to);
    expect(() => to.fail?.(Object.assign(new Error('gone'), { code: 'EPIPE' }))).not.toThrow();
    expect(() => to.fail?.(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full');
  });
});
