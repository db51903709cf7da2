import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../database/index.ts';
import { noDetails } from './find-or-create.ts';
import { similarNames } from './similar-names-store.ts';
import { createPacticipant } from './store.ts';

const existing = ['User API', 'my-camelCase', 'Order', 'HTTPServer', 'API', 'Billing/Mail'];

let database: Database;
beforeAll(() => {
  database = openDatabase(':memory:');
  for (const name of existing) createPacticipant(database, name, noDetails, '2026-01-01T00:00:00.000Z');
});
afterAll(() => database.close());

it.each<[string, string[]]>([
  ['user-api', ['User API']],
  ['UserApi', ['User API']],
  ['Users', ['User API']],
  ['user_provider_service', ['User API']],
  ['My Camel Case', ['my-camelCase']],
  ['orders', ['Order']],
  ['http server', ['HTTPServer']],
  ['Billing::Mail', ['Billing/Mail']],
  ['service', ['API']],
  ['Userr', []],
  ['Case Camel My', []],
  ['Order Mail', []],
])('The name %j looks like %j', (name, similar) => {
  expect(similarNames(database, name)).toEqual(similar);
});

it('A name is compared with those that came after the last question, too', () => {
  expect(similarNames(database, 'new one')).toEqual([]);
  createPacticipant(database, 'NewOnes', noDetails, '2026-01-01T00:00:00.000Z');
  expect(similarNames(database, 'new one')).toEqual(['NewOnes']);
});
