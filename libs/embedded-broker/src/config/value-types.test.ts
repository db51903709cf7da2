import { describe, expect, it } from '@jest/globals';
import { flag, httpUrls, integer, integers, oneOf, text, words } from './value-types.ts';

describe('The value of a setting', () => {
  it.each<[string, { read(given: unknown): unknown }, readonly (readonly [unknown, unknown])[]]>([
    [
      'text',
      text,
      [
        [' a ', ' a '],
        [1, '1'],
        [true, 'true'],
        [['a'], undefined],
        [null, undefined],
      ],
    ],
    [
      'a flag',
      flag,
      [
        ...['true', 'True', 'TRUE', ' yes ', 'y', 't', 'on', '1', 1, true].map((one) => [one, true] as const),
        ...['false', 'False', 'no', 'n', 'f', 'off', 'OFF', '0', 0, false].map(
          (one) => [one, false] as const,
        ),
        ...['', 'maybe', '2', [], null].map((one) => [one, undefined] as const),
      ],
    ],
    [
      'a number',
      integer(1, 10),
      [
        ['1', 1],
        [' 10 ', 10],
        [5, 5],
        ...['0', '11', '-1', '1.5', '1e1', '0x1', '', 'x', [1]].map((one) => [one, undefined] as const),
      ],
    ],
    [
      'a number without an upper bound',
      integer(0),
      [
        ['0', 0],
        ['9007199254740991', Number.MAX_SAFE_INTEGER],
        ['9007199254740993', undefined],
      ],
    ],
    [
      'a word',
      oneOf('debug', 'info'),
      [
        ['INFO', 'info'],
        [' debug ', 'debug'],
        ['inf', undefined],
        ['', undefined],
        [[], undefined],
      ],
    ],
    [
      'words',
      words,
      [
        ['a  b\nc ', ['a', 'b', 'c']],
        [
          ['a', 'b c', 1],
          ['a', 'b', 'c', '1'],
        ],
        ['', []],
        [['a', ['b']], undefined],
        [['a', null], undefined],
        [{ a: 1 }, undefined],
      ],
    ],
    [
      'numbers',
      integers,
      [
        ['1 2', [1, 2]],
        [
          [200, '201'],
          [200, 201],
        ],
        ['', []],
        ['1 x', undefined],
        ['-1', undefined],
      ],
    ],
    [
      'addresses',
      httpUrls,
      [
        ['https://a/ http://b/pact//', ['https://a', 'http://b/pact']],
        ...['ftp://a', 'a', 'http://', 'https://u:p@a', 'https://u@a', 'https://a b'].map(
          (one) => [one, undefined] as const,
        ),
      ],
    ],
  ])('that is %s is read, or refused', (_, type, rows) => {
    expect(rows.map(([given]) => [given, type.read(given)])).toEqual(rows);
  });
});
