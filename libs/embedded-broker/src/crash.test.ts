import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCli } from '../test/cli-process.ts';
import { writeUntilGone, type Acknowledged } from '../test/mixed-load.ts';

/** How often the broker is killed; CI does it more often. */
const kills = Number(process.env['CRASHES'] ?? 6);

describe('A broker that is killed while everybody writes', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'embedded-broker-crash-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it(
    `has everything it confirmed, and half of nothing, ${kills} times over`,
    async () => {
      const db = join(directory, 'broker.sqlite');
      const acknowledged: Acknowledged = { versions: [], results: [], deployments: [] };
      for (let kill = 0; kill < kills; kill++) {
        const confirmed = acknowledged.versions.length;
        /** Of everything there is something to lose, on a busy machine too. */
        const isEnough = () =>
          acknowledged.versions.length > confirmed &&
          acknowledged.results.length > kill + 1 &&
          acknowledged.deployments.length > 0;
        await using broker = await startCli(db);
        const exit = once(broker.process, 'exit');
        const writing = writeUntilGone(broker.url, acknowledged, Math.random);
        while (!isEnough()) await after(5);
        // The moment is meant to be any: that is what is tested.
        await after(Math.random() * 300);
        broker.process.kill('SIGKILL');
        await Promise.all([exit, writing]);
        expectIntact(db, acknowledged);
      }
      await using again = await startCli(db);
      const latest = await fetch(`${again.url}/pacts/provider/Bar/consumer/Foo/latest`);
      expect(latest.status).toBe(200);
      expect(acknowledged.results.length).toBeGreaterThan(kills);
      expect(acknowledged.deployments.length).toBeGreaterThan(0);
    },
    kills * 10_000,
  );
});

/** Checks the file that a killed broker left, as the next one will find it. */
function expectIntact(db: string, acknowledged: Acknowledged): void {
  const database = new DatabaseSync(db, { readOnly: true });
  const all = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  const missing = (confirmed: readonly string[], stored: readonly { key: unknown }[]) => {
    const there = new Set(stored.map(({ key }) => String(key)));
    return confirmed.filter((one) => !there.has(one));
  };
  try {
    expect(all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(all('PRAGMA foreign_key_check')).toEqual([]);
    const versions = all<{ key: string; pacts: number; tags: number; branches: number }>(
      `SELECT v.number AS key, (SELECT count(*) FROM pact_publications WHERE consumer_version_id = v.id AND latest = 1) AS pacts,
         (SELECT count(*) FROM tags WHERE version_id = v.id) AS tags,
         (SELECT count(*) FROM branch_versions WHERE version_id = v.id) AS branches
       FROM versions v JOIN pacticipants p ON p.id = v.pacticipant_id WHERE p.name = 'Foo'`,
    );
    expect(
      versions.filter(({ pacts, tags, branches }) => pacts !== 2 || tags !== 2 || branches !== 1),
    ).toEqual([]);
    expect(missing(acknowledged.versions, versions)).toEqual([]);
    expect(missing(acknowledged.results, all('SELECT number AS key FROM verifications'))).toEqual([]);
    expect(missing(acknowledged.deployments, all('SELECT uuid AS key FROM deployed_versions'))).toEqual([]);
    // Of the deployments to one place, one is current; of the results of a version for a content, the last.
    expect(
      all('SELECT count(*) AS n FROM deployed_versions WHERE undeployed_at IS NULL HAVING n > 1'),
    ).toEqual([]);
    expect(
      all(
        `SELECT v.number FROM verifications v WHERE latest <> (v.number = (
           SELECT max(o.number) FROM verifications o
           WHERE o.pact_version_id = v.pact_version_id AND o.provider_version_id = v.provider_version_id))`,
      ),
    ).toEqual([]);
  } finally {
    database.close();
  }
}
