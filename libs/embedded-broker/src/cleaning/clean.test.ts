import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { runCli } from '../../test/cli-process.ts';
import type { KeepSelector } from '../config/index.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { clean, planClean, planSummary, type CleanRules } from './index.ts';

describe('A clean', () => {
  let directory: string;
  let db: string;
  let broker: TestBroker;
  let database: Database;
  const now = { time: Date.UTC(2030, 0) };
  const day = 86_400_000;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-clean-'));
    db = join(directory, 'broker.sqlite');
    now.time = Date.UTC(2030, 0);
    broker = await startTestBroker({
      db,
      clock: () => new Date(now.time),
      settings: { useFirstTagAsBranch: false },
    });
    database = openDatabase(db);
    // One version a day: 1 and 2 on main (2 is its head), 3 and 4 tagged dev, 5 on a branch, 6 bare.
    for (const [version, options] of Object.entries({
      1: { branch: 'main' },
      2: { branch: 'main' },
      3: { tags: ['dev'] },
      4: { tags: ['dev', 'qa'] },
      5: { branch: 'feat' },
      6: {},
    })) {
      await broker.publish('Con', 'Prov', { version, content: version, ...options });
      now.time += day;
    }
  });
  afterEach(async () => {
    database.close();
    await broker.close();
    rmSync(directory, { recursive: true });
  });

  const rules = (keep: readonly KeepSelector[], more: Partial<CleanRules> = {}): CleanRules => ({
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

  it.each([
    [[{ latest: true }], '6'],
    [[{ branch: true }], '125'],
    [[{ branch: true, latest: true }], '25'],
    [[{ branch: 'main' }], '12'],
    [[{ branch: 'main', latest: true }], '2'],
    [[{ mainBranch: true }], '12'],
    [[{ mainBranch: true, latest: true }], '2'],
    [[{ tag: true }], '34'],
    [[{ tag: true, latest: true }], '4'],
    [[{ tag: 'dev' }], '34'],
    [[{ tag: 'dev', latest: true }], '4'],
    [[{ maxAge: 2 }], '56'],
    [[{ maxAge: 2, branch: true }], '5'],
    [[{ pacticipant: 'Con', maxAge: 1 }], '6'],
    [[{ pacticipant: 'Other' }], ''],
    [[{ environment: 'test' }, { tag: 'qa' }], '4'],
  ] as [KeepSelector[], string][])('that keeps %j leaves %s', async (keep, expected) => {
    await clean(database, rules(keep));
    expect(left()).toBe(expected);
  });

  it('always keeps what is deployed or released', async () => {
    await broker.deploy('Con', '1', 'production');
    await broker.deploy('Con', '3', 'test', {}, 'pb:record-release');
    await clean(database, rules([{ latest: true }]));
    expect(left()).toBe('136');
  });

  it('deletes the oldest first, and no more than it is told to', async () => {
    const plan = planClean(database, rules([{ latest: true }], { limit: 2 }));
    expect(plan.versions.map(({ number }) => number)).toEqual(['1', '2']);
    expect(planSummary(plan)).toContain('Con: 2 (1 to 2)');
    expect(left()).toBe('123456');
    await clean(database, rules([{ latest: true }], { limit: 2 }));
    expect(left()).toBe('3456');
  });

  it('takes pacts, results and contents along, and leaves a whole database', async () => {
    await broker.verify('Con', 'Prov', { consumerVersion: '1', version: '10' });
    const { deleted, kept } = await clean(database, rules([{ pacticipant: 'Con', latest: true }]));
    expect(deleted).toEqual({ versions: 6, pact_publications: 5, pact_versions: 5, verifications: 1 });
    expect(kept).toEqual({ versions: 1, pact_publications: 1, pact_versions: 1, verifications: 0 });
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
    expect((await broker.request('GET', '/pacts/provider/Prov/consumer/Con/latest')).status).toBe(200);
    expect((await broker.request('GET', '/pacts/provider/Prov/consumer/Con/version/1')).status).toBe(404);
  });

  it('deletes results that were replaced once they are old enough', async () => {
    await broker.verify('Con', 'Prov', { consumerVersion: '6', version: '10' });
    await broker.verify('Con', 'Prov', { consumerVersion: '6', version: '10' });
    const results = () => database.all('SELECT number FROM verifications').length;
    now.time += 6 * day;
    await clean(database, rules([{ maxAge: 100 }]));
    expect(results()).toBe(2);
    now.time += 2 * day;
    await clean(database, rules([{ maxAge: 100 }]));
    expect(results()).toBe(1);
  });

  it('runs from the command line, beside a broker', async () => {
    const keep = ['--keep', '[{"pacticipant":"Con","latest":true}]', '--db', db];
    const dry = await runCli(['clean', '--dry-run', '--json', ...keep]);
    expect(JSON.parse(dry.stdout)).toEqual({
      versions: [{ pacticipant: 'Con', count: 5, from: '1', to: '5' }],
      overwritten: { publications: 0, verifications: 0 },
    });
    expect(left()).toBe('123456');
    const done = await runCli(['clean', ...keep]);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toContain('versions: 5 deleted, 1 kept');
    expect((await broker.publish('Con', 'Prov', { version: '7' })).status).toBe(200);
    const wrong = await runCli(['clean', '--db', db, '--keep', '[]']);
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('--keep is "[]"');
    expect((await runCli(['clean', '--db', join(directory, 'none')])).stderr).toContain(
      'there is no database',
    );
  });
});
