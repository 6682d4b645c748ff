import { expect, test } from 'vitest';
import { WINDOW } from '../windows.ts';
import { openBytesScan } from './blob-scan.ts';
import { madeSecret } from './test-repository.ts';

test('what is larger than a window is scanned to its end, with its lines', () => {
  const scan = openBytesScan({ cwd: '/', failOn: 'prefixed' });
  const line = Buffer.from(`${' '.repeat(1023)}\n`);
  const bytes = Buffer.concat([...Array.from({ length: WINDOW / 1024 }, () => line), Buffer.from(`  ${madeSecret(1)}`)]);
  expect(scan(bytes, 'a').findings).toMatchObject([{ at: { path: 'a', line: WINDOW / 1024 + 1, column: 3 }, fails: true }]);
});
