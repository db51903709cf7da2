import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from './index.ts';

describe('A transaction', () => {
  let directory: string;
  let path: string;
  let database: Database;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-transactions-'));
    path = join(directory, 'broker.sqlite');
    database = openDatabase(path);
  });
  afterEach(() => {
    database.close();
    rmSync(directory, { recursive: true });
  });

  const insert = (uuid: string) =>
    database.run(
      "INSERT INTO environments (uuid, name, display_name, production, created_at, updated_at) VALUES (?, ?, '', ?, '', '')",
      uuid,
      uuid,
      uuid === 'production',
    );
  const names = (from: Database | DatabaseSync = database) => {
    const sql = 'SELECT name FROM environments WHERE uuid = name ORDER BY id';
    const rows = from instanceof DatabaseSync ? from.prepare(sql).all() : from.all<{ name: string }>(sql);
    return rows.map(({ name }) => name);
  };

  it('is stored as a whole or not at all, also when one calls another', () => {
    const failing = () =>
      database.transaction(() => {
        database.transaction(() => insert('a'));
        insert('a');
      });
    // The second time, too: the first one has ended.
    for (let time = 0; time < 2; time++) {
      expect(failing).toThrow(/UNIQUE/);
      expect(names()).toEqual([]);
    }
    expect(database.transaction(() => insert('b'))).toBe(1);
    expect(names()).toEqual(['b']);
  });

  it('is seen by others when it has ended', () => {
    const other = new DatabaseSync(path, { timeout: 0 });
    try {
      database.transaction(() => {
        database.transaction(() => insert('a'));
        expect(names(other)).toEqual([]);
      });
      expect(names(other)).toEqual(['a']);
    } finally {
      other.close();
    }
  });

  it('lets nobody else write from its beginning, so that what it reads is so until it writes', () => {
    const other = new DatabaseSync(path, { timeout: 0 });
    try {
      database.transaction(() => {
        expect(names()).toEqual([]);
        expect(() => other.exec('DELETE FROM environments')).toThrow('database is locked');
        insert('a');
      });
      other.exec('DELETE FROM environments');
    } finally {
      other.close();
    }
    expect(names()).toEqual([]);
  });
});

describe('A reading', () => {
  it('is of one state, which others may change meanwhile, and leaves nothing open', () => {
    const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-read-'));
    const path = join(directory, 'broker.sqlite');
    const database = openDatabase(path);
    const other = new DatabaseSync(path, { timeout: 0 });
    const count = () => database.get<{ n: number }>('SELECT count(*) AS n FROM pacticipants')?.n;
    const insert = (name: string) =>
      other.exec(`INSERT INTO pacticipants (name, created_at, updated_at) VALUES ('${name}', '', '')`);
    const before = database.written;
    const counts = database.read(() => {
      const first = database.read(count);
      insert('a');
      return [first, count()];
    });
    expect([...counts, count(), database.written - before]).toEqual([0, 0, 1, 0]);
    expect(() =>
      database.read(() => {
        count();
        throw new Error('of its own');
      }),
    ).toThrow('of its own');
    insert('b');
    expect(count()).toBe(2);
    other.close();
    database.close();
    rmSync(directory, { recursive: true });
  });
});

describe('A write', () => {
  it('gives up where another process does not come to an end, and has not run', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-write-'));
    const path = join(directory, 'broker.sqlite');
    const database = openDatabase(path);
    const other = new DatabaseSync(path);
    database.neverBlock({ patienceMs: 50 });
    other.exec('BEGIN IMMEDIATE');
    let runs = 0;
    await expect(database.write(() => runs++)).rejects.toMatchObject({
      answer: { status: 503, retryAfter: 5 },
    });
    expect(runs).toBe(0);
    const waiting = [database.write(() => runs++), database.write(() => runs++)];
    other.exec('ROLLBACK');
    await Promise.all(waiting);
    expect(runs).toBe(2);
    other.close();
    database.close();
    rmSync(directory, { recursive: true });
  });
});

describe('The number of rows that were written', () => {
  it('grows with each that is added, changed or deleted, and with no other statement', () => {
    const database = openDatabase(':memory:');
    const growth = (work: () => void) => {
      const before = database.written;
      work();
      return database.written - before;
    };
    const sql = 'INSERT INTO pacticipants (name, created_at, updated_at) VALUES (?, ?, ?)';
    expect(growth(() => database.insert(sql, 'A', '', ''))).toBe(1);
    expect(growth(() => database.run(sql, 'B', '', ''))).toBe(1);
    expect(growth(() => database.run('UPDATE pacticipants SET display_name = name'))).toBe(2);
    expect(growth(() => database.run('DELETE FROM pacticipants WHERE id = ?', 99))).toBe(0);
    expect(growth(() => database.all('SELECT * FROM pacticipants'))).toBe(0);
    database.close();
  });
});
