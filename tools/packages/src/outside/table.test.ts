import { expect, it } from '@jest/globals';
import { matrixTable } from './table.ts';

it('The matrix has a line for each check and a column for each Node', () => {
  const [vitest, mocha] = ['Vitest', 'Mocha'].map(
    (title) => ({ title, place: 'project', command: ['node'] }) as const,
  ) as [never, never];
  expect(
    matrixTable([
      { check: vitest, node: '22.13.0', took: 1.25, failure: undefined },
      { check: mocha, node: '26.10.0', took: 2, failure: 'it says why' },
      { check: vitest, node: '26.10.0', took: 1, failure: undefined },
      { check: mocha, node: '22.13.0', took: 3, failure: undefined },
    ]),
  ).toBe(
    [
      '|        | Node 22.13.0 | Node 26.10.0 |',
      '| ------ | ------------ | ------------ |',
      '| Vitest | yes, 1.3 s   | yes, 1.0 s   |',
      '| Mocha  | yes, 3.0 s   | NO           |',
    ].join('\n'),
  );
});
