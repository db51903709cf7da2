import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { pactContent } from './content.ts';
import { parseTree } from './json-tree.ts';
import { mergePacts } from './merge.ts';

const pactOf = (names: readonly string[]) => ({
  interactions: names.map((description) => ({ description, request: { path: '/' }, response: {} })),
});

it('What was merged part by part, in whatever order and how often, is the same content as the whole published at once', () => {
  const parts = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(parts, (published) => {
      const [first = pactOf([]), ...more] = published.map(pactOf);
      const stored = more.reduce(
        (before, part) => pactContent(mergePacts(parseTree(before.text), part) ?? {}),
        pactContent(first),
      );
      expect(stored.sha).toBe(pactContent(pactOf([...new Set(published.flat())])).sha);
    }),
  );
});
