import { expect, it } from '@jest/globals';
import { partsOf, textOf } from './parts.ts';

const rules = { body: { '$.a': {} }, header: { '$.h': {} } };
const part = (body: unknown, ...rulePaths: string[]) => ({ description: 'd', body, rulePaths });

it.each<[string, object, object[]]>([
  [
    'specification 2',
    {
      interactions: [
        {
          description: 'd',
          request: { body: 'q', matchingRules: { '$.body': {}, "$.body['a']": {}, '$.headers.h': {} } },
          response: { body: 1, matchingRules: { '$.body.a': {}, '$.bodyguard': {} } },
        },
      ],
    },
    [part('q', '$', "$['a']"), part(1, '$.a')],
  ],
  [
    'specification 3',
    {
      interactions: [{ description: 'd', request: {}, response: { body: 'r', matchingRules: rules } }],
      messages: [{ description: 'd', contents: { m: 1 }, matchingRules: rules }],
    },
    [part('r', '$.a'), part({ m: 1 }, '$.a')],
  ],
  [
    'specification 4',
    {
      interactions: [
        { description: 'd', response: { body: { content: 'r' } } },
        { description: 'd', contents: { content: 'm' }, matchingRules: rules },
        {
          description: 'd',
          request: { contents: { content: 'q' } },
          response: [{ contents: { content: 'r' }, matchingRules: rules }],
        },
      ],
    },
    [
      part({ content: 'r' }),
      part({ content: 'm' }, '$.a'),
      part({ content: 'q' }),
      part({ content: 'r' }, '$.a'),
    ],
  ],
  ['something odd', { interactions: [null, 1, { response: [{ body: null }, 'x'] }], messages: null }, []],
])('finds the bodies of %s', (_, pact, parts) => {
  expect(partsOf(pact)).toEqual(parts);
});

it.each([
  ['<a/>', '<a/>'],
  [{ content: '<a/>', encoded: false }, '<a/>'],
  [{ content: 'PGEvPg==', encoded: 'base64' }, undefined],
  [{ content: { a: 1 } }, undefined],
  [{ a: 1 }, undefined],
])('reads the text of %j: %j', (body, text) => {
  expect(textOf(part(body))).toBe(text);
});
