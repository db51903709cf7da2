import { describe, expect, it } from '@jest/globals';
import type { RawMismatch } from '../native/raw-result.ts';
import { mismatchesOf, reasonOf } from './mismatches.ts';

const raw = (...mismatches: RawMismatch[]) => ({
  description: 'a',
  result: 'Error',
  mismatch: { mismatches },
});

describe('A mismatch', () => {
  it.each<[string, RawMismatch, object]>([
    ['its place in a body', { path: '$.a', mismatch: 'wrong' }, { path: '$.a', description: '$.a: wrong' }],
    ['the name of a header', { key: 'X-A', mismatch: 'wrong' }, { path: 'X-A', description: 'X-A: wrong' }],
    [
      'the name of a parameter',
      { parameter: 'q', mismatch: 'wrong' },
      { path: 'q', description: 'q: wrong' },
    ],
    ['no place for the whole body', { path: '$', mismatch: 'wrong' }, { path: '$', description: 'wrong' }],
    ['a place once', { path: '$.a', mismatch: 'at $.a' }, { description: 'at $.a' }],
    ['no colours', { mismatch: '\u001b[31mred\u001b[0m' }, { description: 'red' }],
    ['text for bytes', { expected: [104, 105], actual: [195, 169] }, { expected: 'hi', actual: 'é' }],
    ['lists of other numbers', { expected: [256], actual: [-1] }, { expected: [256], actual: [-1] }],
    ['an empty list', { expected: [], actual: [1.5] }, { expected: [], actual: [1.5] }],
  ])('has %s', (_, mismatch, shown) => {
    expect(mismatchesOf(raw(mismatch), undefined)).toMatchObject([shown]);
  });

  it.each([
    [undefined, 'connection closed', 'connection closed'],
    ['no database', 'connection closed', 'no database'],
    [undefined, undefined, 'the interaction could not be run'],
  ])('has the known reason if nothing was compared: %s, %s', (trouble, message, description) => {
    const mismatch = message === undefined ? {} : { message };
    expect(mismatchesOf({ description: 'a', result: 'Error', mismatch }, trouble)).toMatchObject([
      { type: 'error', description },
    ]);
  });
});

describe('The reason', () => {
  const status = { type: 'StatusMismatch', expected: 200, actual: 500, mismatch: 'expected 200 but was 500' };
  const body = { type: 'BodyMismatch', path: '$.a', mismatch: 'of\n  several lines' };

  it.each<[RawMismatch[], string]>([
    [[], 'it could not be run'],
    [[status], 'the provider answered 500 where the contract has 200'],
    [[body], '$.a: of several lines'],
    [[status, body], 'the provider answered 500 where the contract has 200 (and 1 more)'],
    [[body, status, body], '$.a: of several lines (and 2 more)'],
  ])('is the first mismatch, and the number of the others: %#', (mismatches, reason) => {
    expect(reasonOf(mismatchesOf(raw(...mismatches), undefined))).toBe(reason);
  });
});
