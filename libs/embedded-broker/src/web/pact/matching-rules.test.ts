import { describe, expect, it } from '@jest/globals';
import { parseTree } from '../../pacts/index.ts';
import { rulesOf } from './matching-rules.ts';

const wordsOf = (...matchers: object[]) =>
  rulesOf(parseTree(JSON.stringify({ body: { '$.a': { matchers } } }))).map(({ words }) => words);

describe('A matcher is said in words', () => {
  it.each<[object, string]>([
    [{ match: 'statusCode', status: 'info' }, 'is informational (100 to 199)'],
    [{ match: 'statusCode', status: 'redirect' }, 'is a redirect (300 to 399)'],
    [{ match: 'statusCode', status: 'clientError' }, 'is an error of the client (400 to 499)'],
    [{ match: 'statusCode', status: 'serverError' }, 'is an error of the server (500 to 599)'],
    [{ match: 'statusCode', status: 'nonError' }, 'is no error (below 400)'],
    [{ match: 'statusCode', status: 'error' }, 'is an error (400 or above)'],
    [{ match: 'status-code', status: [404] }, 'is one of 404'],
    [{ match: 'not-empty' }, 'is not empty'],
    [{ match: 'min-type', min: 2 }, 'is of the same type, with at least 2 elements'],
    [{ match: 'eachKey' }, 'has keys of which each is like the one shown'],
    [{ match: 'each-value', rules: [{ match: 'type' }] }, 'has values of which each is of the same type'],
    [{ match: 'arrayContains', variants: [] }, 'contains, among others, the elements shown'],
    [{ match: 'jwt' }, 'matches by the rule jwt'],
    [{ match: 'jwt', algorithm: 'RS256', keys: 2 }, 'matches by the rule jwt (algorithm RS256, keys 2)'],
  ])('%j', (matcher, words) => {
    expect(wordsOf(matcher)).toEqual([words]);
  });

  it('once, however often it is written', () => {
    expect(wordsOf({ match: 'integer' }, { match: 'integer' }, { match: 'null' })).toEqual([
      'is a whole number and is null',
    ]);
  });
});
