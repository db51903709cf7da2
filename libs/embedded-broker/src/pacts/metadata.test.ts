import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consumerVersionIds, decodeMetadata, encodeMetadata, type PactMetadata } from './metadata.ts';

const name = fc.oneof(fc.constantFrom('main', 'feat/a&b', 'a=b', 'ü [x]'), fc.string({ minLength: 1 }));
const id = fc.integer({ min: 1, max: 10 ** 9 });
const metadata: fc.Arbitrary<PactMetadata> = fc.record(
  {
    // One kind of each, as the broker makes them.
    selectors: fc.array(
      fc.oneof(
        fc.record({ branch: name, latest: fc.boolean(), consumerVersionId: id }),
        fc.record({ tag: name, latest: fc.boolean(), consumerVersionId: id }),
        fc.record({ environment: name, latest: fc.constant(false), consumerVersionId: id }),
      ),
    ),
    pending: fc.boolean(),
    consumerVersionId: id,
    consumerVersionNumber: name,
    consumerVersionTags: fc.array(name, { minLength: 1 }),
  },
  { requiredKeys: ['selectors'] },
);

describe('The metadata in the URL of a pact', () => {
  it('comes back as it was given', () => {
    fc.assert(
      fc.property(metadata, (given) => {
        expect(decodeMetadata(encodeMetadata(given))).toMatchObject(given);
      }),
    );
  });

  it.each([
    ['work in progress, of which pending says nothing more', { wip: true, pending: true }, 'w=true'],
    ['pending', { pending: true }, 'p=true'],
    ['not pending', { pending: false }, 'p=false'],
    ['neither', {}, ''],
  ])('says whether the pact is %s', (_, given, query) => {
    const segment = encodeMetadata({ selectors: [], ...given });
    expect(Buffer.from(segment, 'base64url').toString()).toBe(query);
    const { wip = false, pending } = decodeMetadata(segment);
    expect({ wip, pending }).toEqual({
      wip: 'wip' in given,
      pending: 'wip' in given ? undefined : 'pending' in given ? given.pending : undefined,
    });
  });

  it.each(['', undefined, '%%%', 'YQ', Buffer.from('cv=x&s=1&cvt=1').toString('base64url')])(
    'is empty where it is none: %j',
    (segment) => {
      expect(decodeMetadata(segment)).toEqual({ selectors: [], wip: false });
    },
  );

  it('speaks of each consumer version once', () => {
    const selectors = [
      { consumerVersionId: 2 },
      { branch: 'main' },
      { consumerVersionId: 1 },
      { consumerVersionId: 2 },
    ];
    expect(consumerVersionIds({ selectors })).toEqual([2, 1]);
    expect(consumerVersionIds({ selectors, consumerVersionId: 3 })).toEqual([3, 2, 1]);
  });
});
