import { describe, expect, it } from '@jest/globals';
import { stateValuesAskedFor } from './state-values.ts';

const generator = (expression: string) => ({ type: 'ProviderState', expression, dataType: 'STRING' });

describe('The values that a request takes from provider states', () => {
  it.each([
    ['none', {}, []],
    ['in the path', { path: generator('/users/${id}') }, ['id']],
    ['several in one text', { path: generator('/${a}/x/${b}${a}') }, ['a', 'b']],
    ['by a name alone', { query: { q: generator('term') } }, ['term']],
    ['in a header', { header: { Authorization: generator('Bearer ${token}') } }, ['token']],
    ['in the body', { body: { '$.id': generator('${id}'), '$.at': { type: 'Date' } } }, ['id']],
    ['in a date that is counted', { path: { type: 'Date', expression: '+1 day' } }, []],
    ['without a name', { path: generator('/${}') }, []],
  ])('%s', (_, generators, names) => {
    expect(stateValuesAskedFor({ method: 'GET', generators })).toEqual(names);
  });
});
