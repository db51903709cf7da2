import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import type { KeepBranchSelector } from '../config/index.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { clean, planClean, type CleanRules } from './index.ts';

describe('A clean of branches', () => {
  let directory: string;
  let broker: TestBroker;
  let database: Database;
  let now = '2030-01-01T00:00:00.000Z';

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-clean-branches-'));
    const db = join(directory, 'broker.sqlite');
    broker = await startTestBroker({ db, clock: () => new Date(now) });
    database = openDatabase(db);
  });
  afterEach(async () => {
    database.close();
    await broker.close();
    rmSync(directory, { recursive: true });
  });

  /** A clean at noon on 10 January that deletes no versions. */
  const rules = (
    keepBranches: readonly KeepBranchSelector[],
    more: Partial<CleanRules> = {},
  ): CleanRules => ({
    keepBranches,
    branchLimit: 500,
    keep: [{ maxAge: 1000 }],
    limit: 500,
    overwrittenMaxAge: 7,
    now: '2030-01-10T12:00:00.000Z',
    ...more,
  });
  const put = async (time: string, branch: string, version = '1', pacticipant = 'Con') => {
    now = `2030-01-${time}Z`;
    await broker.request('PUT', `/pacticipants/${pacticipant}/branches/${branch}/versions/${version}`, {});
  };
  const rows = (sql: string) => database.all<{ name: string }>(sql).map(({ name }) => name);
  const left = () => rows('SELECT name FROM branches ORDER BY id').join(' ');
  const versionsLeft = () => rows('SELECT number AS name FROM versions ORDER BY id').join(' ');
  const stale = (planned: CleanRules) => planClean(database, planned).branches.map(({ name }) => name);

  it('deletes those that no version came to since the first day of the age; versions stay', async () => {
    await put('01T00:00:00.000', 'used');
    await put('07T23:59:59.999', 'old', '2');
    await put('08T00:00:00.000', 'young', '3');
    await put('09T00:00:00.000', 'used');
    const planned = rules([{ maxAge: 2 }]);
    expect(stale(planned)).toEqual(['old']);
    expect(left()).toBe('used old young');
    expect(await clean(database, planned)).toMatchObject({
      deleted: { branches: 1, versions: 0 },
      kept: { branches: 2, versions: 3 },
    });
    expect(left()).toBe('used young');
    const version = await broker.request('GET', '/pacticipants/Con/versions/2');
    expect(version).toMatchObject({ status: 200, body: { _embedded: { branchVersions: [] } } });
    expect((await broker.request('GET', '/pacticipants/Con/branches/old')).status).toBe(404);
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
  });

  it('keeps the main branch of each pacticipant, and no other branch that is called so', async () => {
    for (const pacticipant of ['Con', 'Lib'])
      for (const branch of ['main', 'trunk']) await put('01T00:00:00.000', branch, '1', pacticipant);
    await broker.request('PATCH', '/pacticipants/Lib', { mainBranch: 'trunk' });
    await put('01T00:00:00.000', 'trunk', '1', 'Without');
    await clean(database, rules([{ maxAge: 0 }]));
    const kept = rows(
      "SELECT p.name || '/' || b.name AS name FROM branches b JOIN pacticipants p ON p.id = b.pacticipant_id",
    );
    expect(kept).toEqual(['Con/main', 'Lib/trunk']);
  });

  it.each<[readonly KeepBranchSelector[], string]>([
    [[], 'old dev young'],
    [[{ maxAge: 2 }], 'young'],
    [[{ branch: 'dev' }], 'dev'],
    [[{ branch: ['old', 'young'] }], 'old young'],
    [[{ maxAge: 2, branch: 'dev' }], 'dev young'],
    [[{ maxAge: 2 }, { branch: 'dev' }], 'dev young'],
    [[{ branch: 'DEV' }], ''],
  ])('by the selectors %j leaves %s', async (keepBranches, expected) => {
    await put('01T00:00:00.000', 'old');
    await put('02T00:00:00.000', 'dev');
    await put('09T00:00:00.000', 'young');
    await clean(database, rules(keepBranches));
    expect(left()).toBe(expected);
  });

  it('deletes the longest unused first, and not more than the limit', async () => {
    await put('01T00:00:00.000', 'a');
    await put('02T00:00:00.000', 'b');
    await put('03T00:00:00.000', 'c');
    await put('04T00:00:00.000', 'a');
    const planned = rules([{ maxAge: 2 }], { branchLimit: 2 });
    expect(stale(planned)).toEqual(['b', 'c']);
    await clean(database, planned);
    expect(left()).toBe('a');
  });

  it('takes versions along that only such a branch kept, and its plan says so', async () => {
    await put('01T00:00:00.000', 'main', '1');
    await put('02T00:00:00.000', 'old', '2');
    await put('09T00:00:00.000', 'young', '3');
    const planned = rules([{ maxAge: 2 }], { keep: [{ branch: true, latest: true }] });
    expect(planClean(database, planned)).toMatchObject({
      branches: [{ pacticipant: 'Con', name: 'old' }],
      totalBranches: 3,
      versions: [{ number: '2' }],
    });
    expect(versionsLeft()).toBe('1 2 3');
    await clean(database, planned);
    expect([left(), versionsLeft()]).toEqual(['main young', '1 3']);
  });

  it('goes in batches, keeps what is used while it runs, and ends when it is stopped', async () => {
    await put('01T00:00:00.000', 'old');
    database.run(
      `INSERT INTO branches (pacticipant_id, name, created_at, updated_at)
       SELECT pacticipant_id, 'b' || i, '2030', '2030' FROM branches,
         (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120) SELECT i FROM n)`,
    );
    const seen: [number, string][] = [];
    const stop = new AbortController();
    await clean(database, rules([{ maxAge: 2 }], { branchLimit: 70, keep: [{ released: true }] }), {
      onProgress: (...progress) => {
        if (seen.push(progress) === 2) stop.abort();
        database.run("UPDATE branches SET updated_at = '2030-01-10' WHERE name = 'b60'");
      },
      signal: stop.signal,
    });
    expect(seen).toEqual([
      [50, 'branches'],
      [70, 'branches'],
    ]);
    expect(left().split(' ')).toHaveLength(51);
    expect(left()).toContain('b60');
    expect(versionsLeft()).toBe('1');
  });
});
