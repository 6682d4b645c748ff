import { exampleMaker, ruleById } from '@leasehold/checks';
import { describe, expect, it } from 'vitest';
import { openScanner } from '../open-scanner.ts';
import { scanArchive } from './archive-scan.ts';
import { memorySource } from './byte-source.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './limits.ts';
import { gzipOf, type Packed, tarOf, zipOf } from './test-archives.ts';

const scanner = openScanner();
const SECRET = ruleById('github-token')?.examples(exampleMaker(3)).positive[0] as string;
const ENV: Packed = { name: 'inner/file.env', content: `HOST=a\n\nTOKEN=${SECRET}\n` };

/** What was found and what was not scanned, by path. */
function scan(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): { found: readonly string[]; skipped: readonly string[] } {
  const { findings, skipped } = scanArchive(memorySource(bytes), 'a/outer', scanner, 'prefixed', {
    ...ARCHIVE_LIMITS,
    ...limits,
  });
  return {
    found: findings.map(({ at }) => `${at.path}:${at.line}:${at.column}`),
    skipped: skipped.map(({ path, reason }) => `${path}: ${reason}`),
  };
}

const FOUND = { found: ['a/outer!/inner/file.env:3:7'], skipped: [] };

describe('a bomb', () => {
  const ZEROS = new Uint8Array(4 << 20);

  it.each<[what: string, bytes: Buffer, limits: Partial<ArchiveLimits>, skipped: readonly string[]]>([
    ['of one entry that expands', zipOf([{ name: 'z', content: ZEROS }, ENV]), {}, ['a/outer!/z: archive: expands too much']],
    ['of gzip', gzipOf(ZEROS), {}, ['a/outer!/outer: archive: expands too much']],
    [
      'of one entry that is large',
      zipOf([{ name: 'z', content: ZEROS, stored: true }, ENV]),
      { entryBytes: 1 << 20 },
      ['a/outer!/z: archive: entry too large'],
    ],
    [
      'of a large entry in a tar',
      tarOf([{ name: 'z', content: ZEROS }, ENV]),
      { entryBytes: 1 << 20 },
      ['a/outer!/z: archive: entry too large'],
    ],
    [
      'of many entries',
      zipOf([ENV, ...Array.from({ length: 9 }, (_, at) => ({ name: `${at}`, content: '' }))]),
      { entries: 4 },
      ['a/outer: archive: too many entries'],
    ],
    [
      'of many entries in a nested one',
      zipOf([ENV, { name: 'y', content: tarOf(Array.from({ length: 9 }, () => ({ name: 'e', content: '' }))) }, ENV]),
      { entries: 4 },
      ['a/outer!/y: archive: too many entries', 'a/outer: archive: too many entries'],
    ],
    ['of a large directory', zipOf([ENV]), { directoryBytes: 9 }, ['a/outer: archive: too many entries']],
    [
      'that is large in the whole',
      zipOf([ENV, { name: 'y', content: ZEROS, stored: true }, { name: 'z', content: 'z' }]),
      { wholeBytes: 1 << 20 },
      ['a/outer!/y: archive: too large', 'a/outer: archive: too large'],
    ],
    [
      'that is large once unpacked',
      zipOf([ENV, { name: 'y', content: ZEROS }, { name: 'z', content: 'z' }]),
      { wholeBytes: 1 << 20, ratio: 2000 },
      ['a/outer!/y: archive: too large', 'a/outer: archive: too large'],
    ],
    [
      'of a nested zip that is large',
      zipOf([{ name: 'z.zip', content: zipOf([{ name: 'y', content: ZEROS, stored: true }]), stored: true }, ENV]),
      { heldBytes: 1 << 20 },
      ['a/outer!/z.zip: archive: too large to be read within another'],
    ],
  ])('%s is stopped and named, and the rest is scanned', (_what, bytes, limits, skipped) => {
    const result = scan(bytes, limits);
    expect(result.skipped).toEqual(skipped);
    if (bytes.includes('inner/file.env') && !('directoryBytes' in limits)) expect(result.found).toEqual(FOUND.found);
  });

  it('whose entries lie over each other is stopped by what is read', () => {
    const zip = zipOf([{ name: 'a', content: ZEROS, stored: true }]);
    const end = zip.length - 22;
    const record = zip.subarray(end - 47, end);
    const many = Buffer.concat([zip.subarray(0, end - 47), ...Array.from({ length: 200 }, () => record), zip.subarray(end)]);
    many.writeUInt32LE(47 * 200, many.length - 22 + 12);
    const { bytes, skipped } = scanArchive(memorySource(many), 'b', scanner, 'prefixed', {
      ...ARCHIVE_LIMITS,
      wholeBytes: 9 << 20,
    });
    expect(bytes).toBeLessThanOrEqual(9 << 20);
    expect(skipped.map(({ reason }) => reason)).toEqual(['archive: too large', 'archive: too large']);
  });
});
