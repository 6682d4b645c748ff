import { describe, expect, test } from 'vitest';
import { openOutput } from '../shell.ts';
import { progressLine } from './progress.ts';

function shown(isTTY: boolean): { readonly text: string; at(ms: number): void; clear(): void } {
  let text = '';
  let now = 1000;
  const output = openOutput({ isTTY, write: (part) => (text += part), on: () => undefined });
  const line = progressLine(output, () => now);
  return {
    get text() {
      return text;
    },
    at: (ms) => {
      now = 1000 + ms;
      line.show({ files: ms * 10, bytes: ms * 1_000_000 });
    },
    clear: line.clear,
  };
}

describe('the progress of a scan', () => {
  test('is silent for half a second, then replaces itself, and leaves nothing behind', () => {
    const progress = shown(true);
    for (const ms of [0, 250, 499]) progress.at(ms);
    expect(progress.text).toBe('');
    for (const ms of [500, 550, 600]) progress.at(ms);
    progress.clear();
    expect(progress.text).toBe('\r\u001b[2Kscanning: 5,000 files, 500 MB\r\u001b[2Kscanning: 6,000 files, 600 MB\r\u001b[2K');
  });

  test('of a quick scan leaves no trace', () => {
    const progress = shown(true);
    progress.at(100);
    progress.clear();
    expect(progress.text).toBe('');
  });

  test('is for terminals only', () => {
    const progress = shown(false);
    progress.at(900);
    expect(progress.text).toBe('');
  });
});
