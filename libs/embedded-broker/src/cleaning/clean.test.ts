import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import type { KeepSelector } from '../config/index.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { clean, planClean, planSummary, type CleanRules } from './index.ts';

describe('A clean', () => {
  let directory: string;
  let broker: TestBroker;
  let database: Database;
  const now = { time: Date.UTC(2030, 0) };
  const day = 86_400_000;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-clean-'));
    const db = join(directory, 'broker.sqlite');
    now.time = Date.UTC(2030, 0);
    broker = await startTestBroker({ db, clock: () => new Date(now.time) });
    database = openDatabase(db);
    for (const version of ['1', '2', '3', '4']) {
      await broker.publish('Con', 'Prov', { version, content: version });
      now.time += day;
    }
  });
  afterEach(async () => {
    database.close();
    await broker.close();
    rmSync(directory, { recursive: true });
  });

  const rules = (keep: readonly KeepSelector[], more: Partial<CleanRules> = {}): CleanRules => ({
    keepBranches: [],
    branchLimit: 500,
    keep,
    limit: 500,
    overwrittenMaxAge: 7,
    now: new Date(now.time).toISOString(),
    ...more,
  });
  const left = () =>
    database
      .all<{ number: string }>('SELECT number FROM versions ORDER BY id')
      .map(({ number }) => number)
      .join('');
  const count = (table: 'verifications' | 'pact_publications' | 'pact_versions') =>
    database.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count;

  it('always keeps what is deployed or released', async () => {
    await broker.deploy('Con', '1', 'production');
    await broker.deploy('Con', '3', 'test', {}, 'pb:record-release');
    await clean(database, rules([{ latest: true }]));
    expect(left()).toBe('134');
  });

  it('keeps what is deployed while it runs', async () => {
    addVersions(100);
    const deployed = () =>
      database.run(
        `INSERT INTO deployed_versions (uuid, pacticipant_id, version_id, environment_id, created_at, updated_at)
         SELECT 'd', v.pacticipant_id, v.id, e.id, '', '' FROM versions v, environments e
         WHERE v.number = 'n90' AND e.name = 'test'`,
      );
    const seen: number[] = [];
    await clean(database, rules([{ pacticipant: 'Con' }]), {
      onProgress: (gone) => {
        if (seen.push(gone) === 1) deployed();
      },
    });
    expect(seen).toEqual([50, 99]);
    expect(left()).toBe('1234n90');
  });

  it('deletes the oldest first, and not more than the limit', async () => {
    const plan = planClean(database, rules([{ latest: true }], { limit: 2 }));
    expect(plan.versions.map(({ number }) => number)).toEqual(['1', '2']);
    expect(planSummary(plan)).toContain('Con: 2 (1 to 2)');
    expect(left()).toBe('1234');
    await clean(database, rules([{ latest: true }], { limit: 2 }));
    expect(left()).toBe('34');
  });

  it('deletes not more than the limit in several batches', async () => {
    addVersions(120);
    const { deleted, kept } = await clean(database, rules([{ pacticipant: 'Con' }], { limit: 70 }));
    expect([deleted.versions, kept.versions]).toEqual([70, 54]);
  });

  it('that is stopped ends after the batch it is at', async () => {
    addVersions(120);
    await verifyAgain(2);
    now.time += 8 * day;
    const stop = new AbortController();
    const { deleted } = await clean(database, rules([{ pacticipant: 'Con' }]), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(deleted).toMatchObject({ versions: 50, verifications: 0 });
  });

  it('takes pacts, results and contents along, and leaves a whole database', async () => {
    await broker.verify('Con', 'Prov', { consumerVersion: '1', version: '10' });
    const { deleted, kept } = await clean(database, rules([{ pacticipant: 'Con', latest: true }]));
    expect(deleted).toEqual({
      branches: 0,
      versions: 4,
      pact_publications: 3,
      pact_versions: 3,
      verifications: 1,
    });
    expect(kept).toEqual({
      branches: 0,
      versions: 1,
      pact_publications: 1,
      pact_versions: 1,
      verifications: 0,
    });
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
    expect((await broker.request('GET', '/pacts/provider/Prov/consumer/Con/latest')).status).toBe(200);
    expect((await broker.request('GET', '/pacts/provider/Prov/consumer/Con/version/1')).status).toBe(404);
  });

  it('keeps a content that has a result, so that the same content is verified when it comes again', async () => {
    await broker.verify('Con', 'Prov', { consumerVersion: '1', version: '10' });
    const { deleted } = await clean(database, rules([{ pacticipant: 'Prov' }]));
    expect(deleted).toEqual({
      branches: 0,
      versions: 4,
      pact_publications: 4,
      pact_versions: 3,
      verifications: 0,
    });
    await broker.publish('Con', 'Prov', { version: '9', content: '1' });
    const verdict = await broker.matrix('q[][pacticipant]=Con&q[][version]=9&latestby=cvp&latest=true');
    expect(verdict.deployable).toBe(true);
  });

  it('gives a branch its last version that is left as head', async () => {
    for (const [version, branch] of [
      ['5', 'main'],
      ['6', 'feat'],
      ['7', 'main'],
    ] as const)
      await broker.publish('Con', 'Prov', { version, branch });
    await broker.request('PUT', '/pacticipants/Con/versions/5/tags/keep', {});
    await clean(database, rules([{ tag: 'keep' }]));
    expect(left()).toBe('5');
    const head = await broker.request('GET', '/pacticipants/Con/branches/main/latest-version');
    expect(head.body).toMatchObject({ number: '5' });
  });

  it('deletes results and revisions that were replaced once they are old enough, and no others', async () => {
    await verifyAgain(3);
    await broker.verify('Con', 'Prov', { consumerVersion: '4', version: '11' });
    for (const content of ['5', '6'])
      await broker.publish('Con', 'Prov', { version: '4', content, merge: true });
    const everything = rules([{ maxAge: 100 }]);
    const rows = () => [count('verifications'), count('pact_publications')];
    expect(rows()).toEqual([4, 6]);
    const at = (days: number) => ({
      ...everything,
      now: new Date(now.time + days * day).toISOString(),
    });
    await clean(database, at(6));
    expect(rows()).toEqual([4, 6]);
    expect(planClean(database, at(6)).overwritten).toEqual({ publications: 0, verifications: 0 });
    expect(planClean(database, at(8)).overwritten).toEqual({ publications: 2, verifications: 2 });
    await clean(database, at(8));
    expect(rows()).toEqual([2, 4]);
    const pact = await broker.request('GET', '/pacts/provider/Prov/consumer/Con/version/4');
    expect((pact.body as { interactions: unknown[] }).interactions).toHaveLength(3);
  });

  it('deletes all that was replaced, however much it is', async () => {
    await broker.verify('Con', 'Prov', { consumerVersion: '4', version: '10' });
    database.run(
      `INSERT INTO verifications (pact_version_id, provider_version_id, success, latest, wip, created_at)
       SELECT pact_version_id, provider_version_id, 1, 0, 0, '2000' FROM verifications,
         (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) SELECT i FROM n)`,
    );
    await clean(database, rules([{ maxAge: 100 }]));
    expect(count('verifications')).toBe(1);
  });

  /** So many versions of a pacticipant of their own, named n1, n2 …, created after all others. */
  function addVersions(many: number): void {
    const id = database.insert(
      "INSERT INTO pacticipants (name, created_at, updated_at) VALUES ('Many', '', '')",
    );
    database.transaction(() => {
      for (let i = 1; i <= many; i++)
        database.run(
          "INSERT INTO versions (pacticipant_id, number, created_at, updated_at) VALUES (?, ?, '2030', '2030')",
          id,
          `n${i}`,
        );
    });
  }

  /** Verifies the last pact so many times with the same provider version: all but one of the results are replaced. */
  async function verifyAgain(times: number): Promise<void> {
    for (let i = 0; i < times; i++)
      await broker.verify('Con', 'Prov', { consumerVersion: '4', version: '10' });
  }
});
