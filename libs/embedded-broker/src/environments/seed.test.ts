import { expect, it } from '@jest/globals';
import { openDatabase } from '../database/index.ts';
import { findOrCreatePacticipant } from '../pacticipants/index.ts';
import { deleteEnvironment, listEnvironments } from './environment-store.ts';
import { seedEnvironments } from './seed.ts';

const now = '2026-01-01T00:00:00.000Z';

it('A new broker has a test and a production environment, and does not get them back once they were deleted', () => {
  const database = openDatabase(':memory:');
  const names = () => listEnvironments(database).map(({ name, production }) => [name, production]);
  seedEnvironments(database, now);
  const both = [
    ['production', true],
    ['test', false],
  ];
  expect(names()).toEqual(both);
  seedEnvironments(database, now);
  expect(names()).toEqual(both);
  for (const { id } of listEnvironments(database)) deleteEnvironment(database, id);
  seedEnvironments(database, now);
  expect(names()).toEqual([]);
  database.close();
});

it('A broker that was used without environments gets none', () => {
  const database = openDatabase(':memory:');
  findOrCreatePacticipant(database, 'App', now);
  seedEnvironments(database, now);
  expect(listEnvironments(database)).toEqual([]);
  database.close();
});
