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
    'a name that stands twice',
    { 'X-MANY': '3' },
    [
      ['Accept', 'a'],
      ['X-MANY', '3'],
    ],
  ],
])('Headers that are given take the place of those of the same name: %s', (_, set, headers) => {
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

it('All values of a name stay, under its first spelling', () => {
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
