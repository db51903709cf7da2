import { describe, expect, it } from '@jest/globals';
import { parseTree } from '../../pacts/index.ts';
import { generatorsOf, stateValuesOf } from './generators.ts';

const tree = (value: object) => parseTree(JSON.stringify(value));

describe('A generator is said in words', () => {
  it.each<[object, string]>([
    [{ type: 'ProviderState', expression: 'id' }, 'from the provider state id'],
    [{ type: 'RandomHexadecimal', digits: 1 }, 'any hexadecimal number of 1 digit'],
    [{ type: 'RandomString', size: 20 }, 'any text of 20 characters'],
    [{ type: 'RandomBoolean' }, 'true or false'],
    [{ type: 'Regex', regex: 'a+' }, 'any text that matches the pattern a+'],
    [{ type: 'Uuid', format: 'simple' }, 'any UUID, in the format simple'],
    [{ type: 'Date', expression: '+1 day' }, 'the current date, +1 day'],
    [{ type: 'Time', format: 'HH:mm' }, 'the current time, in the format HH:mm'],
    [{ type: 'DateTime', format: null }, 'the current date and time'],
    [{ type: 'MockServerURL', regex: '.*' }, 'an address at the server that is asked'],
    [{ type: 'Luck' }, 'made by the generator Luck'],
  ])('%j', (generator, words) => {
    expect(generatorsOf(tree({ body: { '$.a': generator }, path: generator }))).toEqual([
      { where: 'body $.a', words },
      { where: 'path', words },
    ]);
  });

  it.each([null, 7, [], { body: 7 }])('none in %j', (generators) => {
    expect(generatorsOf(parseTree(JSON.stringify(generators)))).toEqual([]);
  });
});

it('The values of provider states are those that a request takes, each once', () => {
  const from = (expression: string) => ({ type: 'ProviderState', expression });
  const generators = {
    path: from('/users/${id}/${part}'),
    query: { id: from('${id}') },
    body: { '$.name': from('name'), '$.count': { type: 'RandomInt' } },
  };
  expect(stateValuesOf(tree({ generators }))).toEqual(['id', 'part', 'name']);
});
