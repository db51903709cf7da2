import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { bound } from './parameters.ts';

it.each([true, false])('A statement gets its values on a Node that takes numbers: %s', (takesNumbers) => {
  const database = new DatabaseSync(':memory:');
  const ask = (sql: string, ...parameters: Parameters<typeof bound>[1]) =>
    database.prepare(sql).get(...bound(sql, parameters, takesNumbers));
  expect(ask('SELECT ? a, ? b', 'x', true)).toEqual({ a: 'x', b: 1 });
  expect(ask('SELECT ?2 a, ?1 b, ?2 c', undefined, 7)).toEqual({ a: 7, b: null, c: 7 });
  database.close();
});

it('Node before 22.20 takes a number for a name', () => {
  expect(bound('SELECT ?1, ?2', ['x', false], false)).toEqual([{ '?1': 'x', '?2': 0 }]);
});
