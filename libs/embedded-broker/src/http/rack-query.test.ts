import { describe, expect, it } from '@jest/globals';
import { parseRackQuery } from './rack-query.ts';

describe('A Rack query', () => {
  it.each([
    ['', {}],
    ['a=1&b=', { a: '1', b: '' }],
    ['a', { a: null }],
    ['a=1&a=2', { a: '2' }],
    ['a=x+y%20z&b=%F', { a: 'x y z', b: '%F' }],
    ['a[]=1&a[]=', { a: ['1', ''] }],
    ['a[b]=1&a[c][d]=2', { a: { b: '1', c: { d: '2' } } }],
    ['q[][a]=1&q[][b]=2&q[][a]=3', { q: [{ a: '1', b: '2' }, { a: '3' }] }],
    ['q[]a=1&q[]b=2&q[]a=3', { q: [{ a: '1', b: '2' }, { a: '3' }] }],
    ['q%5B%5D%5Ba%5D=1', { q: [{ a: '1' }] }],
    ['a=1&a[b]=2', { a: '1' }],
    ['a[]=1&a[b]=2', { a: ['1'] }],
  ])('%s', (query, expected) => {
    expect(JSON.parse(JSON.stringify(parseRackQuery(query)))).toEqual(expected);
  });

  it('can’t reach beyond its own result', () => {
    parseRackQuery('__proto__[polluted]=1&constructor[prototype][polluted]=1');
    expect({}).not.toHaveProperty('polluted');
  });
});
