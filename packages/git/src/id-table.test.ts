/** Numbers of ids. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newIdTable } from './id-table.ts';

/** Of few different bytes, so that many ids begin alike. */
const idArbitrary = fc.uint8Array({ minLength: 20, maxLength: 20, max: 2 }).map((bytes) => Buffer.from(bytes).toString('hex'));

it('go by the order of the ids of all lists, each once, and nothing else has one', () => {
  fc.assert(
    fc.property(fc.array(fc.array(idArbitrary)), fc.array(idArbitrary), (lists, others) => {
      const all = [...new Set(lists.flat())].sort();
      const sorted = lists.map((list) => Buffer.from([...new Set(list)].sort().join(''), 'hex'));
      const table = newIdTable(sorted, 20);
      expect(Array.from({ length: table.count }, (_, number) => table.hexOf(number))).toEqual(all);
      for (const id of [...all, ...others, ...all]) expect(table.find(Buffer.from(`00${id}`, 'hex'), 1)).toBe(all.indexOf(id));
    }),
  );
});
