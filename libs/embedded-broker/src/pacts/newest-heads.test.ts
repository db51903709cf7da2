import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { newestHeads, type Head } from './newest-heads.ts';

/** Under each branch or tag, by its last version, is the pact of that version or of an older one. */
const branches = fc
  .array(fc.record({ last: fc.nat(50), older: fc.nat(5) }), { maxLength: 40 })
  .map((list) => list.toSorted((a, b) => b.last - a.last));

it('The newest pacts are found, however far back those of the newest branches lie', () => {
  fc.assert(
    fc.property(
      branches,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 5 }),
      (all, wanted, atOnce) => {
        const headOf = ({ last, older }: (typeof all)[0]): Head => ({
          id: last - older,
          versionId: last - older,
        });
        const expected = [...new Set(all.map((one) => headOf(one).id))].toSorted((a, b) => b - a);
        const found = newestHeads([], wanted, (index) => {
          const batch = all.slice(index * atOnce, (index + 1) * atOnce);
          return batch[0] && { newest: batch[0].last, heads: () => batch.map(headOf) };
        });
        expect(found.toSorted((a, b) => b - a).slice(0, wanted)).toEqual(expected.slice(0, wanted));
      },
    ),
  );
});

it('The search ends where a page is full', () => {
  const asked: number[] = [];
  newestHeads([], 2, (index) => {
    asked.push(index);
    return { newest: 100 - index, heads: () => [{ id: index, versionId: 100 - index }] };
  });
  expect(asked).toEqual([0, 1, 2]);
});
