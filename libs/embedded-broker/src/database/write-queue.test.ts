import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StorageError } from '../storage-error.ts';
import { openDatabase, type Database } from './index.ts';

describe('Writes that wait together', () => {
  let directory: string;
  let database: Database;
  let other: DatabaseSync;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-writes-'));
    const path = join(directory, 'broker.sqlite');
    database = openDatabase(path);
    database.neverBlock({ turnMs: Infinity });
    other = new DatabaseSync(path);
  });
  afterEach(() => {
    other.close();
    database.close();
    rmSync(directory, { recursive: true });
  });

  const insert = (name: string) =>
    database.insert('INSERT INTO pacticipants (name, created_at, updated_at) VALUES (?, ?, ?)', name, '', '');
  const names = () =>
    other
      .prepare('SELECT name FROM pacticipants ORDER BY id')
      .all()
      .map(({ name }) => name);

  it('are stored by one commit, and told so after it', async () => {
    const seen: unknown[] = [];
    const write = (name: string) =>
      database
        .write(() => {
          seen.push(names());
          return insert(name);
        })
        .then(() => seen.push(names()));
    await Promise.all(['a', 'b', 'c'].map(write));
    const all = ['a', 'b', 'c'];
    expect(seen).toEqual([[], [], [], all, all, all]);
  });

  it('keep nothing of the one that fails, and all of the others', async () => {
    const told = await Promise.allSettled([
      database.write(() => insert('a')),
      database.write(() => {
        insert('half');
        database.transaction(() => insert('b'));
        throw new Error('of its own');
      }),
      database.write(() => insert('c')),
    ]);
    expect(told).toMatchObject([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: { message: 'of its own' } },
      { status: 'fulfilled' },
    ]);
    expect(names()).toEqual(['a', 'c']);
    await database.write(() => insert('d'));
    expect(names()).toEqual(['a', 'c', 'd']);
  });

  it('all learn of it where their transaction comes to nothing', async () => {
    database.execute('PRAGMA max_page_count = 1');
    const told = await Promise.allSettled([
      database.write(() => insert('a')),
      database.write(() => insert('x'.repeat(10_000_000))),
      database.write(() => insert('c')),
    ]);
    database.execute('PRAGMA max_page_count = 1000000');
    const stored = names();
    expect(told[1]).toMatchObject({ reason: expect.any(StorageError) as unknown });
    expect([told[0]?.status, told[2]?.status].map((status) => status === 'fulfilled')).toEqual([
      stored.includes('a'),
      stored.includes('c'),
    ]);
    await database.write(() => insert('d'));
    expect(names()).toEqual([...stored, 'd']);
  });

  it('fail together where they can not be stored', async () => {
    const told = await Promise.allSettled([
      database.write(() => insert('a')),
      // A foreign key that is checked at the end makes the commit fail.
      database.write(() => {
        database.execute('PRAGMA defer_foreign_keys = ON');
        database.run("INSERT INTO labels (pacticipant_id, name, created_at) VALUES (99, '', '')");
      }),
    ]);
    expect(told).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    expect(names()).toEqual([]);
    await database.write(() => insert('b'));
    expect(names()).toEqual(['b']);
  });

  it('take turns with everything else when they take long', async () => {
    database.neverBlock({ turnMs: 10 });
    const seen: unknown[] = [];
    const write = (name: string) =>
      database.write(() => {
        seen.push(names());
        insert(name);
        const until = performance.now() + 15;
        while (performance.now() < until);
      });
    await Promise.all(['a', 'b', 'c'].map(write));
    expect(seen).toEqual([[], ['a'], ['a', 'b']]);
  });
});
