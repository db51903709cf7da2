import { describe, expect, it } from '@jest/globals';
import type { ExpectedInteraction } from '../answers.ts';
import { contractDifferences } from './contract.ts';
import type { WrittenInteraction } from './pacts.ts';

const due: ExpectedInteraction = {
  description: 'a request for a user',
  states: ['Sally exists'],
  request: 'GET /user/10',
  authorized: true,
  status: 200,
  open: ['$.name'],
};
const written: WrittenInteraction = {
  description: 'a request for a user',
  providerStates: [{ name: 'Sally exists' }],
  request: { method: 'GET', path: '/user/10', headers: { authorization: ['Bearer x'] } },
  response: { status: 200, matchingRules: { body: { '$.name': { matchers: [{ match: 'type' }] } } } },
};
const request = { method: 'GET', path: '/user/10', headers: { authorization: ['Bearer x'] } };

describe('The contract that was written', () => {
  it('may be the one that is due', () => {
    expect(contractDifferences([due], [written])).toEqual([]);
  });

  it.each<[string, readonly WrittenInteraction[], RegExp]>([
    ['lacks an interaction', [], /has no interaction “a request for a user” \(given “Sally exists”\) yet/],
    [
      'has a state of another name',
      [{ ...written, providerStates: [{ name: 'sally' }] }],
      /which the lesson does not ask/,
    ],
    [
      'asks elsewhere',
      [{ ...written, request: { ...request, path: '/users/10' } }],
      /is GET \/users\/10, where GET \/user\/10 is due/,
    ],
    [
      'has another status',
      [{ ...written, response: { ...written.response, status: 404 } }],
      /answered with 404, where 200 is due/,
    ],
    [
      'has no token',
      [{ ...written, request: { ...request, headers: {} } }],
      /comes without a token .* due with one/,
    ],
    [
      'demands one value',
      [{ ...written, response: { status: 200 } }],
      /demands exactly the value of the example at \$\.name/,
    ],
    [
      'is a message',
      [{ description: written.description, providerStates: written.providerStates }],
      /is a message, where GET/,
    ],
  ])('%s', (_, contract, says) => {
    expect(contractDifferences([due], contract).join(' ')).toMatch(says);
  });

  it('lost an interaction to another one of the same name', () => {
    const two = [due, { ...due, description: 'a request for the list' }];
    expect(contractDifferences(two, [written]).join(' ')).toMatch(/the second takes the place of the first/);
  });

  it.each(['$', "$['name']", '$.name'])('leaves a value open by a rule at %s', (place) => {
    const rules = { [place]: { matchers: [{ match: 'type' }] } };
    const one = { ...written, response: { status: 200, matchingRules: { body: rules } } };
    expect(contractDifferences([due], [one])).toEqual([]);
  });

  it.each(['$.names', '$.na'])('does not leave it open by a rule at %s', (place) => {
    const rules = { [place]: { matchers: [{ match: 'type' }] } };
    const one = { ...written, response: { status: 200, matchingRules: { body: rules } } };
    expect(contractDifferences([due], [one])).toHaveLength(1);
  });

  it('does not leave a value open by a rule at another field of the same length', () => {
    const rules = { '$.role': { matchers: [{ match: 'type' }] } };
    const one = { ...written, response: { status: 200, matchingRules: { body: rules } } };
    expect(contractDifferences([{ ...due, open: ['$.user.name'] }], [one])).toHaveLength(1);
  });
});
