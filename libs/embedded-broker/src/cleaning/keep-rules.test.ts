import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import type { KeepSelector } from '../config/index.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { versionsToDelete } from './index.ts';
import { keptVersions } from './keep-store.ts';

const day = 86_400_000;
const firstDay = Date.UTC(2030, 0);

/** One version a day. Numbers are those of Con, whose main branch is `main`, letters those of Lib, whose main branch is `trunk`. */
const history: Record<string, { branch?: string; tags?: string[] }> = {
  v1: { branch: 'main', tags: ['dev'] },
  v2: { branch: 'main' },
  a: { branch: 'main', tags: ['dev'] },
  v3: { tags: ['dev', 'qa'] },
  v4: { tags: ['dev'] },
  b: { branch: 'trunk' },
  v5: { branch: 'feat' },
  v6: {},
  c: {},
};

describe('A rule of what to keep', () => {
  let directory: string;
  let broker: TestBroker;
  let database: Database;
  let time = firstDay;
  const now = () => new Date(time).toISOString();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-keep-'));
    const db = join(directory, 'broker.sqlite');
    broker = await startTestBroker({
      db,
      clock: () => new Date(time),
      settings: { useFirstTagAsBranch: false },
    });
    database = openDatabase(db);
    await broker.request('PATCH', '/pacticipants/Lib', { mainBranch: 'trunk' });
    for (const [version, { branch, tags = [] }] of Object.entries(history)) {
      const pacticipant = `/pacticipants/${version.startsWith('v') ? 'Con' : 'Lib'}`;
      const number = version.replace('v', '');
      await broker.request('PUT', `${pacticipant}/versions/${number}`, {});
      if (branch !== undefined)
        await broker.request('PUT', `${pacticipant}/branches/${branch}/versions/${number}`, {});
      for (const tag of tags)
        await broker.request('PUT', `${pacticipant}/versions/${number}/tags/${tag}`, {});
      time += day;
    }
    // 1 was in production before 2, 3 and 4 are released to it, 3 is supported no longer; 5 is in test.
    for (const version of ['1', '2']) await broker.deploy('Con', version, 'production');
    const released = await broker.deploy('Con', '3', 'production', {}, 'pb:record-release');
    const { self } = (released.body as { _links: { self: { href: string } } })._links;
    const type = { 'content-type': 'application/merge-patch+json' };
    await broker.request('PATCH', self.href, { currentlySupported: false }, type);
    await broker.deploy('Con', '4', 'production', {}, 'pb:record-release');
    await broker.deploy('Con', '5', 'test');
  });
  afterAll(async () => {
    database.close();
    await broker.close();
    rmSync(directory, { recursive: true });
  });

  const numbers = () =>
    new Map(
      database
        .all<{ id: number; number: string }>('SELECT id, number FROM versions ORDER BY id')
        .map(({ id, number }) => [id, number]),
    );
  const kept = (selector: KeepSelector, at = now()): string => {
    const ids = new Set(keptVersions(database, selector, at));
    // Asked about some versions, a rule keeps the same of them.
    for (const [id] of numbers())
      expect(keptVersions(database, selector, at, { among: [id] })).toEqual(ids.has(id) ? [id] : []);
    expect(new Set(keptVersions(database, selector, at, { among: [...numbers().keys()] }))).toEqual(ids);
    return [...numbers()].flatMap(([id, number]) => (ids.has(id) ? [number] : [])).join('');
  };

  it.each<[KeepSelector, string]>([
    [{ latest: true }, '6c'],
    [{ pacticipant: 'Con', latest: true }, '6'],
    [{ pacticipant: 'Lib' }, 'abc'],
    [{ pacticipant: 'Other' }, ''],
    [{ branch: true }, '12ab5'],
    [{ branch: true, latest: true }, '2ab5'],
    [{ branch: 'main' }, '12a'],
    [{ branch: 'main', latest: true }, '2a'],
    [{ branch: 'none' }, ''],
    [{ mainBranch: true }, '12b'],
    [{ mainBranch: true, latest: true }, '2b'],
    [{ tag: true }, '1a34'],
    [{ tag: true, latest: true }, 'a34'],
    [{ tag: 'dev' }, '1a34'],
    [{ tag: 'dev', latest: true }, 'a4'],
    [{ tag: 'qa', latest: true }, '3'],
    [{ tag: 'none' }, ''],
    [{ maxAge: 2 }, '6c'],
    [{ maxAge: 3 }, '56c'],
    [{ maxAge: 3, branch: true }, '5'],
    [{ maxAge: 3, latest: true }, '6c'],
    [{ pacticipant: 'Con', maxAge: 3 }, '56'],
    [{ tag: 'dev', branch: 'main' }, '1a'],
    [{ deployed: true }, '25'],
    [{ released: true }, '4'],
    [{ environment: 'production' }, '24'],
    [{ environment: 'test' }, '5'],
    [{ environment: 'none' }, ''],
    [{ environment: 'production', deployed: true }, '2'],
    [{ environment: 'production', released: true }, '4'],
    [{ environment: 'production', latest: true }, '4'],
  ])('%j keeps %s', (selector, expected) => {
    expect(kept(selector)).toBe(expected);
  });

  it.each(['00:00:00.000', '23:59:59.999'])('counts whole days: at %s those of two days ago stay', (hour) => {
    expect(kept({ maxAge: 2 }, `${now().slice(0, 10)}T${hour}Z`)).toBe('6c');
  });

  it('is one of several: a version stays when any of them keeps it, or when it is live', () => {
    const rules = { keepBranches: [], branchLimit: 500, limit: 500, overwrittenMaxAge: 7, now: now() };
    const deleted = (keep: readonly KeepSelector[]) =>
      versionsToDelete(database, { ...rules, keep })
        .map(({ number }) => number)
        .join('');
    expect(deleted([])).toBe('1a3b6c');
    expect(deleted([{ pacticipant: 'Lib' }, { tag: 'qa' }])).toBe('16');
    expect(deleted([{ tag: 'qa' }, { pacticipant: 'Lib' }])).toBe('16');
  });
});
