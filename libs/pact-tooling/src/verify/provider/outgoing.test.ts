import { expect, it } from '@jest/globals';
import { grouped, withHeaders } from './outgoing.ts';

it.each<[string, Parameters<typeof withHeaders>[1], object]>([
  [
    'nothing',
    {},
    [
      ['Accept', 'a'],
      ['X-Many', '1'],
      ['x-many', '2'],
    ],
  ],
  [
    'another name',
    { B: 'b' },
    [
      ['Accept', 'a'],
      ['X-Many', '1'],
      ['x-many', '2'],
      ['B', 'b'],
    ],
  ],
  [
    'a name in another case',
    { ACCEPT: 'b' },
    [
      ['X-Many', '1'],
      ['x-many', '2'],
      ['ACCEPT', 'b'],
    ],
  ],
  [
    'a name that occurs twice',
    { 'X-MANY': '3' },
    [
      ['Accept', 'a'],
      ['X-MANY', '3'],
    ],
  ],
])('Given headers replace those with the same name: %s', (_, set, headers) => {
  expect(
    withHeaders(
      [
        ['Accept', 'a'],
        ['X-Many', '1'],
        ['x-many', '2'],
      ],
      set,
    ),
  ).toEqual(headers);
});

it('All values of a name are kept, with its first spelling', () => {
  const headers = [
    ['Set-Cookie', 'a'],
    ['B', 'b'],
    ['set-cookie', 'c'],
    ['SET-COOKIE', 'd'],
  ] as const;
  expect(grouped(headers)).toEqual([
    ['Set-Cookie', ['a', 'c', 'd']],
    ['B', 'b'],
  ]);
});
