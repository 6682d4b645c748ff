import { exampleMaker, ruleById } from '@leasehold/checks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openScanner } from '../open-scanner.ts';
import { scanBytes } from '../scan-bytes.ts';
import { scanTree } from '../scan-tree.ts';
import { testTree } from '../test-tree.ts';
import { readyArchives } from './archive-loader.ts';
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

describe('an archive', () => {
  it.each<[what: string, bytes: Uint8Array]>([
    ['zip', zipOf([ENV])],
    ['zip, stored', zipOf([{ ...ENV, stored: true }])],
    ['zip behind something else', zipOf([ENV], 'PK\x03\x04 begins so')],
    ['tar', tarOf([ENV])],
    ['tar in gzip', gzipOf(tarOf([ENV]))],
    [
      'tar with folders, links and devices',
      tarOf([{ name: 'inner/', content: '', type: '5' }, { name: 'x', content: '', type: '2' }, ENV]),
    ],
    [
      'tar with a name of pax',
      tarOf([
        { name: 'p', content: '23 path=inner/file.env\n', type: 'x' },
        { ...ENV, name: 'short' },
      ]),
    ],
    [
      'tar with a long name of GNU',
      tarOf([
        { name: '././@LongLink', content: 'inner/file.env\0', type: 'L' },
        { ...ENV, name: 'short' },
      ]),
    ],
    ['tar without an end', tarOf([ENV]).subarray(0, -1024)],
    [
      'gzip of several members, with something behind it',
      Buffer.concat([gzipOf(tarOf([ENV]).subarray(0, 700)), gzipOf(tarOf([ENV]).subarray(700)), Buffer.alloc(99)]),
    ],
  ])('is looked into: %s', (_what, bytes) => {
    expect(scan(bytes)).toEqual(FOUND);
  });

  it('is looked into where it is a single packed file', () => {
    expect(scan(gzipOf(ENV.content)).found).toEqual(['a/outer!/outer:3:7']);
  });

  it.each<[nesting: string, bytes: Uint8Array, path: string]>([
    ['zip in zip', zipOf([{ name: 'b.zip', content: zipOf([ENV]) }]), '!/b.zip!/inner/file.env'],
    ['zip in tar in gzip', gzipOf(tarOf([{ name: 'b.jar', content: zipOf([ENV]) }])), '!/b.jar!/inner/file.env'],
    [
      'tar in gzip in zip in zip',
      zipOf([{ name: 'b', content: zipOf([{ name: 'c.tgz', content: gzipOf(tarOf([ENV])) }]) }]),
      '!/b!/c.tgz!/inner/file.env',
    ],
    ['gzip in tar', tarOf([{ name: 'd/log.gz', content: gzipOf(ENV.content) }]), '!/d/log.gz!/log'],
  ])('is looked into within another: %s', (_nesting, bytes, path) => {
    expect(scan(bytes)).toEqual({ found: [`a/outer${path}:3:7`], skipped: [] });
  });

  it('is named where it is nested too deep', () => {
    let bytes = zipOf([ENV]);
    for (let depth = 0; depth < 3; depth++) bytes = zipOf([{ name: 'z', content: bytes }, ENV]);
    const { found, skipped } = scan(bytes);
    expect(found).toEqual(['!/z!/z!/', '!/z!/', '!/'].map((path) => `a/outer${path}inner/file.env:3:7`));
    expect(skipped).toEqual(['a/outer!/z!/z!/z: archive: nested too deep']);
  });

  it.each<[what: string, name: string]>([
    ['out of the folder', '../../etc/passwd'],
    ['from the root', '/etc/passwd'],
    ['with a line break', 'a\n::error::b'],
  ])('has names that are text and nothing more: one %s', (_what, name) => {
    expect(scan(zipOf([{ ...ENV, name }])).found).toEqual([`a/outer!/${name}:3:7`]);
  });

  it.each<[what: string, bytes: Uint8Array, skipped: string]>([
    ['is encrypted', zipOf([{ ...ENV, name: 'x', flags: 1 }, ENV]), 'a/outer!/x: archive: encrypted'],
    [
      'is packed by another method',
      zipOf([{ ...ENV, name: 'x', method: 14 }, ENV]),
      'a/outer!/x: archive: packed in a way that is not read',
    ],
    [
      'ends before its end',
      zipOf([{ name: 'x', content: 'text', stored: true, packedSize: 1 << 20 }, ENV]),
      'a/outer!/x: archive: damaged',
    ],
    [
      'is not deflated as it should be',
      zipOf([{ name: 'x', content: '\xff\xff\xff', stored: true, method: 8 }, ENV]),
      'a/outer!/x: archive: damaged',
    ],
  ])('names an entry that %s, and goes on', (_what, bytes, skipped) => {
    expect(scan(bytes)).toEqual({ ...FOUND, skipped: [skipped] });
  });

  it('is scanned as it is where it is damaged, as far as it goes, and said', () => {
    const zip = zipOf([{ ...ENV, stored: true }]);
    expect(scan(zip.subarray(0, -30))).toEqual({
      found: [expect.stringMatching(/^a\/outer:3:7$/)],
      skipped: ['a/outer: archive: damaged'],
    });
    const tar = tarOf([ENV, { ...ENV, name: 'b' }]);
    expect(scan(tar.subarray(0, 1100))).toEqual({ ...FOUND, skipped: ['a/outer: archive: damaged'] });
    tar.fill(7, 1024, 1100);
    expect(scan(tar)).toEqual({ ...FOUND, skipped: ['a/outer: archive: damaged'] });
    expect(scan(gzipOf(tarOf([ENV, { ...ENV, name: 'b', content: exampleMaker(1).bytes(9000) }])).subarray(0, 8500))).toEqual({
      ...FOUND,
      skipped: ['a/outer!/b: archive: damaged', 'a/outer: archive: damaged'],
    });
  });

  it('of a kind that is not read is said, and its bytes are scanned', () => {
    const bytes = Buffer.from(`7z\xbc\xaf\x27\x1c and ${SECRET}`, 'latin1');
    expect(scan(bytes).skipped).toEqual(['a/outer: archive: packed in a way that is not read']);
    expect(scan(bytes).found).toHaveLength(1);
  });
});

describe('a scan', () => {
  it('looks into archives where it is told to, whatever they are called', async () => {
    const request = { failOn: 'prefixed', archives: true } as const;
    await readyArchives(request);
    using tree = testTree({ 'a/lib': zipOf([ENV, { ...ENV, name: 'x', flags: 1 }]), 'plain.zip': ENV.content });
    const report = scanTree({ ...request, cwd: tree.root, paths: ['.'] }, { now: () => 0 });
    expect(report.findings.map(({ at }) => at.path)).toEqual(['a/lib!/inner/file.env', 'plain.zip']);
    expect(report.skipped).toEqual([{ path: 'a/lib!/x', reason: 'archive: encrypted' }]);
    const piped = scanBytes({ ...request, cwd: tree.root, bytes: gzipOf(tarOf([ENV])), path: 'stdin' }, { now: () => 0 });
    expect(piped.findings.map(({ at }) => at.path)).toEqual(['stdin!/inner/file.env']);
    const without = scanTree({ cwd: tree.root, paths: ['.'], failOn: 'prefixed' }, { now: () => 0 });
    expect(without.findings.map(({ at }) => at.path)).toEqual(['plain.zip']);
  });
});

describe('any bytes', () => {
  const small: Partial<ArchiveLimits> = { wholeBytes: 1 << 16, entries: 50, heldBytes: 1 << 14 };
  const whole = [
    zipOf([ENV, { ...ENV, name: 'b', stored: true }]),
    tarOf([ENV, ENV]),
    gzipOf(tarOf([ENV])),
    zipOf([{ name: 'c', content: gzipOf(ENV.content) }]),
  ];
  const broken = fc.tuple(
    fc.constantFrom(...whole),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );

  it('that were an archive once are scanned without a fault', () => {
    fc.assert(
      fc.property(broken, ([bytes, changes, part]) => {
        const copy = Buffer.from(bytes.subarray(0, Math.max(1, Math.ceil(bytes.length * part))));
        for (const [at, value] of changes) copy[at % copy.length] = value;
        expect(scan(copy, small).skipped.length).toBeLessThan(60);
      }),
      { numRuns: Number(process.env.LEASEHOLD_FUZZ ?? 150) },
    );
  });
});
