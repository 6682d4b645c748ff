/** What must hold of every file: a secret in it is found at its place, however the file is written and read. */

import { join } from 'node:path';
import { exampleMaker, linesOf, RULES, toFinding } from '@leasehold/checks';
import type { Finding } from '@leasehold/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanStream } from './archives/scan-stream.ts';
import { inOrder } from './finding-order.ts';
import { memoryFile } from './memory-file.ts';
import { openScanner } from './open-scanner.ts';
import { newFileScanner } from './scan-file.ts';
import { testTree } from './test-tree.ts';

const scanner = openScanner();
const RUNS = Number(process.env.LEASEHOLD_FUZZ ?? 30);
const MIB = 1 << 20;
/** Rules whose examples are of one line and ASCII, so that any encoding can hold them. */
const SECRETS = RULES.filter(({ near }) => near === undefined)
  .flatMap((rule, seed) =>
    rule
      .examples(exampleMaker(seed))
      .positive.slice(0, 1)
      .map((value) => ({ id: rule.id, value })),
  )
  .filter(
    ({ value }) =>
      /^[\x21-\x7e]{20,300}$/.test(value) && found(Buffer.from(`${value}\n`)).some(({ tier }) => tier === 'prefixed'),
  );

function found(bytes: Uint8Array): readonly Finding[] {
  const lines = linesOf(bytes);
  return scanner.scan(bytes, 'f').map((raw) => toFinding(raw, lines, 'f', 'prefixed'));
}

const marks = (findings: readonly Finding[]): readonly string[] =>
  findings
    .toSorted(inOrder)
    .map(({ ruleId, at, fingerprint }) => `${ruleId} ${at.line}:${at.column}-${at.endLine}:${at.endColumn} ${fingerprint}`);

const secret = fc.constantFrom(...SECRETS);
const line = fc.string({ unit: fc.constantFrom(...'abc XYZ 012 =:"\'#{}()<>,;'), maxLength: 40 });
const lines = fc.array(line, { maxLength: 12 });

/** A text with a secret on a line of its own, and which line that is. */
const text = fc.tuple(lines, secret, lines).map(([before, { id, value }, behind]) => ({
  id,
  value,
  at: before.length + 1,
  lines: ['some text', ...before.slice(1), `x ${value}`, ...behind],
  line: Math.max(1, before.length) + 1,
}));

const wide = (content: string): Buffer => Buffer.from(content, 'utf16le');

const ENCODINGS: Readonly<Record<string, (content: string) => Buffer>> = {
  'UTF-8': (content) => Buffer.from(content),
  'UTF-8 with a mark': (content) => Buffer.from(`\ufeff${content}`),
  'UTF-16 with a mark': (content) => wide(`\ufeff${content}`),
  'UTF-16 of the other order with a mark': (content) => wide(`\ufeff${content}`).swap16(),
  'UTF-16': wide,
  'UTF-16 of the other order': (content) => wide(content).swap16(),
};

describe.each(Object.entries(ENCODINGS))('a secret in %s', (_encoding, encode) => {
  it.each([
    ['lines', '\n'],
    ['lines as on Windows', '\r\n'],
  ])('is found on its line, in %s', (_what, end) => {
    fc.assert(
      fc.property(text, (content) => {
        const hits = found(encode(content.lines.join(end))).filter(({ ruleId }) => ruleId === content.id);
        expect(hits.map(({ at }) => at.line)).toContain(content.line);
        const { at } = hits.find(({ at: { line } }) => line === content.line) as Finding;
        expect(at.column).toBeGreaterThan(2);
        expect(at.endColumn).toBeLessThanOrEqual(2 + content.value.length);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a secret', () => {
  it('is the same secret in every encoding and between any line ends', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('\n', '\r\n'), (content, end) => {
        const prints = Object.values(ENCODINGS).map(
          (encode) =>
            new Set(
              found(encode(content.lines.join(end)))
                .filter(({ ruleId }) => ruleId === content.id)
                .map(({ fingerprint }) => fingerprint),
            ),
        );
        for (const other of prints) expect(other).toEqual(prints[0]);
      }),
      { numRuns: RUNS },
    );
  });

  it('is found between bytes that are no text', () => {
    const noise = fc.uint8Array({ maxLength: 80 });
    fc.assert(
      fc.property(noise, secret, noise, (before, { id, value }, behind) => {
        const bytes = Buffer.concat([Buffer.from('text text text\n'), before, Buffer.from(`\n${value}\n`), behind]);
        expect(found(bytes).map(({ ruleId }) => ruleId)).toContain(id);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a large file', () => {
  /** Mebibytes: more than a window, or as many as are asked for. */
  const size = Number(process.env.LEASEHOLD_LARGE ?? 9) * MIB;

  it.each([
    ['a single line', ' ', 'lorem '],
    ['a single line without a space', ';', 'lorem='],
    ['bytes that are no UTF-8', '\n', '\xff\xc3\x28\x80\xfe\xf0'],
    ['what looks like base64', '\n', 'dGV4dA'],
    ['escapes', '\n', '\\u0041'],
  ])(
    'of %s is scanned to its end, as a file and as a stream',
    (_what, around, filler) => {
      const places = [0.1, 0.43, 0.45, 0.6, 0.99].map((part) => Math.floor(part * size));
      const content = Buffer.alloc(size, Buffer.from(filler, 'latin1'));
      for (const [index, at] of places.entries()) content.write(`${around}${SECRETS[index]?.value}${around}`, at, 'latin1');
      using tree = testTree({ f: content });
      const file = newFileScanner(scanner, 'prefixed').scan(join(tree.root, 'f'), 'f');
      expect(file.bytes).toBe(size);
      const stream = scanStream({ ...memoryFile(content), fault: () => undefined }, 'f', scanner, 'prefixed');
      expect(marks(stream.findings)).toEqual(marks(file.findings));
      const wanted = places.map((_, index) => SECRETS[index]?.id);
      expect(wanted.filter((id) => !file.findings.some(({ ruleId }) => ruleId === id))).toEqual([]);
    },
    60_000,
  );
});
