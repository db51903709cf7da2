import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pactOf } from '../test/broker-client.ts';
import { startCli } from '../test/cli-process.ts';

/** A request that publishes a version with a branch, two tags and two contracts. */
function publication(version: string): string {
  const contract = (provider: string) => ({
    consumerName: 'Foo',
    providerName: provider,
    contentType: 'application/json',
    specification: 'pact',
    content: Buffer.from(JSON.stringify(pactOf('Foo', provider, version))).toString('base64'),
  });
  return JSON.stringify({
    pacticipantName: 'Foo',
    pacticipantVersionNumber: version,
    branch: 'main',
    tags: ['a', 'b'],
    contracts: [contract('Bar'), contract('Baz')],
  });
}

describe('A broker that is killed while contracts are published', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'embedded-broker-crash-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it.each([1, 5, 20])('after %i acknowledged ones has all of them, and half of none', async (killAfter) => {
    const db = join(directory, `${killAfter}.sqlite`);
    const acknowledged: string[] = [];
    {
      await using broker = await startCli(db);
      const exit = once(broker.process, 'exit');
      let next = 0;
      const publisher = async () => {
        for (;;) {
          const version = String(++next);
          const headers = { 'content-type': 'application/json' };
          const response = await fetch(`${broker.url}/contracts/publish`, {
            method: 'POST',
            headers,
            body: publication(version),
          });
          if (!response.ok) throw new Error(`status ${response.status}`);
          acknowledged.push(version);
          if (acknowledged.length === killAfter) broker.process.kill('SIGKILL');
        }
      };
      await Promise.allSettled([publisher(), publisher(), publisher(), publisher()]);
      await exit;
    }

    const database = new DatabaseSync(db, { readOnly: true });
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const stored = database
      .prepare(
        `SELECT v.number, (SELECT count(*) FROM pact_publications WHERE consumer_version_id = v.id) AS pacts,
           (SELECT count(*) FROM tags WHERE version_id = v.id) AS tags,
           (SELECT count(*) FROM branch_versions WHERE version_id = v.id) AS branches
         FROM versions v JOIN pacticipants p ON p.id = v.pacticipant_id WHERE p.name = 'Foo'`,
      )
      .all() as { number: string; pacts: number; tags: number; branches: number }[];
    database.close();
    const numbers = stored.map(({ number }) => number);
    expect(acknowledged.filter((version) => !numbers.includes(version))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(killAfter);
    for (const { pacts, tags, branches } of stored) expect([pacts, tags, branches]).toEqual([2, 2, 1]);

    await using again = await startCli(db);
    const latest = await fetch(`${again.url}/pacts/provider/Bar/consumer/Foo/latest`);
    expect(latest.status).toBe(200);
  });
});
