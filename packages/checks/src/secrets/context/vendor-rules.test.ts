import { describe, expect, it } from 'vitest';
import { exampleMaker } from '../example-maker.ts';
import { findIn } from './test-context.ts';
import { vendorList } from './vendor-rules.ts';
import { shapeExample, shapePattern } from './vendor-shape.ts';
import { VENDORS } from './vendors.ts';

const rows = VENDORS.trim().split(/\s+/);

describe('the table of vendors', () => {
  it('has each once, in order, with words and shapes that can be read', () => {
    const ids = vendorList().map(({ rule }) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rows).toEqual([...rows].sort());
    const unfit = rows.filter((row) => !/^[a-z0-9]+(?:,[a-z0-9]+)*\/(?:[dxXulawbtpU'][\w'.:|/=!@-]*)$/.test(row));
    expect(unfit).toEqual([]);
  });

  it('has shapes that their own examples fit', () => {
    const make = exampleMaker(3);
    const shapes = [...new Set(rows.flatMap((row) => row.slice(row.indexOf('/') + 1).split('|')))];
    expect(shapes.filter((shape) => !shapePattern([shape]).test(shapeExample(shape, make)))).toEqual([]);
  });

  it('finds an example of every vendor by its name', () => {
    const missed = vendorList().flatMap(({ rule }, seed) =>
      rule.examples(exampleMaker(seed)).positive.filter((line) => findIn(line, 'app.env')[0]?.rule.id !== rule.id),
    );
    expect(missed).toEqual([]);
  });

  it('finds no reference to one', () => {
    const found = vendorList().flatMap(({ rule }, seed) =>
      rule.examples(exampleMaker(seed)).negative.filter((line) => findIn(line, 'app.env').length > 0),
    );
    expect(found).toEqual([]);
  });

  it('says in plain words why', () => {
    const [finding] = findIn(`apideck_api_key=${exampleMaker(5).chars('A-Za-z0-9', 40)}`, 'app.env');
    expect(finding?.why[0]).toBe('it has the length and the signs of a credential of `apideck`');
    expect(finding?.why[1]).toBe('the name says `apideck_api_key`');
  });
});
