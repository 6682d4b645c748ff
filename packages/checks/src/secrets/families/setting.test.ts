import { openKernel } from '@leasehold/kernel';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from '../example-maker.ts';
import { newScanner } from '../scanner.ts';
import { faultOf } from '../test-linear.ts';
import { bytesOf } from '../test-rules.ts';
import { SETTING_RULES } from './index.ts';

const scanner = newScanner(openKernel(SETTING_RULES.flatMap(({ prefixes }) => prefixes)), SETTING_RULES);

describe.each(SETTING_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const found = (text: string): readonly string[] => scanner.scan(bytesOf(text), 'a').map((finding) => finding.rule.id);
  const { positive, negative } = rule.examples(exampleMaker(5));

  it('is found under each of its names, and nothing else is', () => {
    for (const text of positive) expect(found(`${rule.near?.[0] ?? ''} ${text}\n`), text).toContain(id);
    for (const text of negative) expect(found(`${rule.near?.[0] ?? ''} ${text}\n`), text).toEqual([]);
  });

  it('is found in a program, in YAML and behind an arrow', () => {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(positive[0] as string) ?? [];
    for (const text of [`${name} = '${value}'`, `${name}: ${value}`, `["${name}"] => "${value}"`]) {
      expect(found(`${rule.near?.[0] ?? ''} ${text}\n`), text).toContain(id);
    }
  });

  it('is bounded, so that it runs in linear time', () => {
    expect(faultOf(rule.shape.source)).toBeUndefined();
    expect(rule.shape).toBe(rule.shape);
  });

  it('is an id that weighs nothing, or says what it opens and how it is rotated', () => {
    expect(rule.severity === 'info').toBe(rule.check !== undefined);
    expect(rule.description).toMatch(/^[A-Z].*\.$/);
    expect(rule.remedy.rotate).toMatch(/^[A-Z].*\.$/);
    expect(rule.reference).toMatch(/^https:\/\//);
  });
});
