import { expect, it } from '@jest/globals';
import { counted, leftOut } from './counted.ts';

it('One of something is not several', () => {
  expect([0, 1, 2].map((count) => counted(count, 'contract'))).toEqual([
    '0 contracts',
    '1 contract',
    '2 contracts',
  ]);
  expect(counted(2, 'entry', 'entries')).toBe('2 entries');
  expect([1, 2].map((count) => leftOut(count, 'contract'))).toEqual([
    '1 more contract is left out',
    '2 more contracts are left out',
  ]);
});
