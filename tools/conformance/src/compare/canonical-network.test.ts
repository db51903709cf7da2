import { expect, test } from '@jest/globals';
import { canonicalNetwork } from './canonical-network.ts';

test('two networks that differ in their ids or the order of their rows alone are the same', () => {
  const network = '1,Shop,1,1,0,1,2\n2,Store,1,1,0,2,0\n';
  expect(canonicalNetwork('47,Shop,1,1,0,1,48\n48,Store,1,1,0,2,0\n')).toBe(network);
  expect(canonicalNetwork('047,Shop,1,1,0,1,048\n048,Store,1,1,0,2,0\n')).toBe(network);
  expect(canonicalNetwork('8,Store,1,1,0,1,0\n7,Shop,1,1,0,2,8\n')).toBe(network);
});

test('another connection is another network', () => {
  expect(canonicalNetwork('1,A,1,1,0,1,2\n2,B,1,1,0,2,0\n')).not.toBe(
    canonicalNetwork('1,A,1,1,0,1,0\n2,B,1,1,0,2,1\n'),
  );
});
