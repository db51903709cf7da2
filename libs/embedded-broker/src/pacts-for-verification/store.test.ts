import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestBroker } from '../../test/broker-client.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { pactsLive, pactsOfBranchHeads, pactsOfTagHeads, pactsWithTag } from './store.ts';

const consumers = ['A', 'B', 'C'];

describe('The pacts of many consumers', () => {
  let directory: string;
  let database: Database;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-many-pacts-'));
    const db = join(directory, 'broker.sqlite');
    await using broker = await startTestBroker({ db });
    for (const consumer of consumers) {
      await broker.publish(consumer, 'Prov', { branch: 'main', tags: ['prod'] });
      await broker.deploy(consumer, '1', 'test');
      await broker.deploy(consumer, '1', 'production', {}, 'pb:record-release');
    }
    database = openDatabase(db);
  });
  afterAll(() => {
    database.close();
    rmSync(directory, { recursive: true });
  });

  it.each<[string, (providerId: number) => { readonly publication: { readonly consumerName: string } }[]]>([
    ['by branch', (id) => pactsOfBranchHeads(database, id, { branch: 'main' })],
    [
      'by tag of the newest version',
      (id) => pactsOfTagHeads(database, id, 'prod').map((publication) => ({ publication })),
    ],
    ['by tag', (id) => pactsWithTag(database, id, 'prod').map((publication) => ({ publication }))],
    ['deployed', (id) => pactsLive(database, 'deployed', id, 'test')],
    ['released', (id) => pactsLive(database, 'released', id, undefined)],
  ])('are read by two statements: %s', (_, read) => {
    const id = findPacticipant(database, 'Prov')?.id ?? 0;
    const spies = [jest.spyOn(database, 'all'), jest.spyOn(database, 'get')];
    expect(read(id).map(({ publication }) => publication.consumerName)).toEqual(consumers);
    expect(spies.flatMap(({ mock }) => mock.calls)).toHaveLength(2);
    jest.restoreAllMocks();
  });
});
