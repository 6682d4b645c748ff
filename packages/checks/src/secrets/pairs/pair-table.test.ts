import { openKernel } from '@leasehold/kernel';
import { describe, expect, it } from 'vitest';
import { RULES, ruleById, SHORT_PREFIXES } from '../catalogue.ts';
import { exampleMaker } from '../example-maker.ts';
import { isHalf } from '../pair.ts';
import { newScanner } from '../scanner.ts';
import { bytesOf } from '../test-rules.ts';
import type { PartnerForm } from './pair.ts';
import { PAIRS } from './pair-table.ts';

const scanner = newScanner(openKernel(SHORT_PREFIXES), RULES);
const make = exampleMaker(17);

/** What a half looks like in a file, on a line of its own. */
function line(ruleId: string): string {
  const rule = ruleById(ruleId);
  return `# ${rule?.near?.[0] ?? ''}\n${rule?.examples(make).positive.at(-1)}`;
}

function written({ alphabet, least }: PartnerForm): string {
  if (alphabet === 'mail address') return 'owner = "ops@acme.dev"';
  const tail = alphabet === 'hex' ? make.chars('0-9a-f', least - 3) : make.chars('A-Za-z0-9', least - 3);
  return `secret = "${alphabet === 'hex' ? 'a7f' : 'a7Z'}${tail}"`;
}

describe.each(PAIRS.map((pair) => [pair.ruleId, pair] as const))('%s', (id, pair) => {
  const other = typeof pair.partner === 'string' ? line(pair.partner) : written(pair.partner);
  const reported = typeof pair.partner === 'string' ? pair.partner : id;
  const told = (text: string, rule: string): readonly string[] =>
    scanner
      .scan(bytesOf(text), 'a')
      .filter((finding) => finding.rule.id === rule)
      .map(({ tier, severity }) => `${tier} ${severity}`);

  it('is one finding with what belongs to it, before it or behind it', () => {
    expect(told(`${line(id)}\n${other}\n`, reported)).toEqual([`paired ${pair.severity}`]);
    expect(told(`${other}\n\n\n${line(id)}\n`, reported)).toEqual([`paired ${pair.severity}`]);
  });

  it('is what it is where it stands alone: information, or a secret of its own', () => {
    const alone = pair.secretFirst ? `contextual ${ruleById(id)?.severity}` : 'heuristic info';
    expect(told(`${line(id)}\n`, id)).toEqual([alone]);
    expect(told(`${line(id)}${'\n'.repeat(30)}${other}\n`, id)).toEqual([alone]);
  });

  it('says how its secret is rotated', () => {
    expect(ruleById(reported)?.remedy.rotate).not.toBe('Nothing has to be rotated.');
  });

  it('is told to be a half', () => {
    expect(scanner.scan(bytesOf(`${line(id)}\n`), 'a').some(isHalf)).toBe(true);
  });
});

describe('a value that others look like too', () => {
  const sid = (): string => `twilio ${['AC', make.chars('0-9a-f', 32)].join('')}`;
  const hash = `a7f${make.chars('0-9a-f', 29)}`;
  it.each([
    ['on the same line', `client(${sid()}, "${hash}")`, 'paired'],
    ['behind a name', `${sid()}\n\n\n\nauth_token: ${hash}`, 'paired'],
    ['somewhere near', `${sid()}\n\n\n\nmd5 ${hash}`, 'heuristic'],
  ])('belongs to an id beside it or behind a name: %s', (_, text, tier) => {
    expect(scanner.scan(bytesOf(text), 'a').map((finding) => finding.tier)).toContain(tier);
  });
});
