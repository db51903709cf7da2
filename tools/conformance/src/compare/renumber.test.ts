import { expect, test } from '@jest/globals';
import { renumber } from './renumber.ts';

test('two networks that differ in their ids alone are the same', () => {
  expect(renumber('47,Shop,1,1,0,1,48\n48,Store,1,1,0,2,0\n')).toBe('1,Shop,1,1,0,1,2\n2,Store,1,1,0,2,0\n');
  expect(renumber('047,Shop,1,1,0,1,048\n048,Store,1,1,0,2,0\n')).toBe(
    '1,Shop,1,1,0,1,2\n2,Store,1,1,0,2,0\n',
  );
});

test('another connection is another network', () => {
  expect(renumber('1,A,1,1,0,1,2\n2,B,1,1,0,2,0\n')).not.toBe(renumber('1,A,1,1,0,1,0\n2,B,1,1,0,2,1\n'));
});
