import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StorageError } from '../storage-error.ts';
import { openDatabase, type Database } from './index.ts';

describe('A database whose file is at fault', () => {
  let directory: string;
  let path: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-storage-'));
    path = join(directory, 'broker.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const insert = (database: Database, name: string) =>
    database.run('INSERT INTO pacticipants (name, created_at, updated_at) VALUES (?, ?, ?)', name, '', '');
  const names = (database: Database) =>
    database.all<{ name: string }>('SELECT name FROM pacticipants').map(({ name }) => name);
  const failureOf = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };

  it('says that the disk is full, stores nothing, and goes on once there is space', () => {
    const database = openDatabase(path);
    const limit = (pages: number) => database.execute(`PRAGMA max_page_count = ${pages}`);
    limit(1);
    const failure = failureOf(() =>
      database.transaction(() => {
        insert(database, 'first');
        insert(database, 'x'.repeat(1_000_000));
      }),
    );
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure).toMatchObject({
      message: `${path} has no space left; free some on its disk (database or disk is full)`,
      answer: { status: 507 },
    });
    limit(1_000_000);
    expect(names(database)).toEqual([]);
    database.transaction(() => insert(database, 'later'));
    expect(names(database)).toEqual(['later']);
    database.close();
  });

  it('names a damaged file', () => {
    const first = openDatabase(path);
    const root = "SELECT rootpage AS page FROM sqlite_schema WHERE name = 'pacticipants'";
    const { page } = first.get<{ page: number }>(root) as { page: number };
    const { page_size: size } = first.get<{ page_size: number }>('PRAGMA page_size') as { page_size: number };
    first.close();
    writeFileSync(path, readFileSync(path).fill(7, (page - 1) * size, page * size));
    const database = openDatabase(path);
    expect(failureOf(() => database.all('SELECT * FROM pacticipants'))).toMatchObject({
      message: `${path} is damaged; stop the broker, and put a backup in its place (database disk image is malformed)`,
      answer: { status: 503 },
    });
    database.close();
  });

  it('says that another process writes to it', () => {
    const database = openDatabase(path);
    database.execute('PRAGMA busy_timeout = 0');
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    expect(failureOf(() => database.transaction(() => insert(database, 'a')))).toMatchObject({
      message: `${path} is being written by another process (database is locked)`,
      answer: { status: 503, retryAfter: 5 },
    });
    other.exec('ROLLBACK');
    database.transaction(() => insert(database, 'b'));
    expect(names(database)).toEqual(['b']);
    other.close();
    database.close();
  });

  it('leaves what a statement itself is to blame for as it is', () => {
    const database = openDatabase(':memory:');
    for (const sql of ['SELECT 1 FROM nowhere', "INSERT INTO tags (name) VALUES ('a')"])
      expect(failureOf(() => database.execute(sql))).not.toBeInstanceOf(StorageError);
    database.close();
  });
});
