import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from './index.ts';

describe('The database', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-db-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is created with its folder, and its version noted once', () => {
    const path = join(directory, 'a/b/broker.sqlite');
    for (let i = 0; i < 2; i++) {
      const database = openDatabase(path);
      const versions = database.all<{ version: number }>('SELECT version FROM schema_migrations');
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_row, index) => index + 1));
      expect(versions.length).toBeGreaterThan(0);
      expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
      database.close();
    }
  });

  it('stores all of a transaction or none, also when one calls another', () => {
    const database = openDatabase(':memory:');
    const insert = (uuid: string) =>
      database.run(
        "INSERT INTO environments (uuid, name, display_name, production, created_at, updated_at) VALUES (?, ?, '', 0, '', '')",
        uuid,
        uuid,
      );
    const failing = () =>
      database.transaction(() => {
        database.transaction(() => insert('a'));
        insert('a');
      });
    expect(failing).toThrow(/UNIQUE/);
    expect(database.all('SELECT * FROM environments')).toEqual([]);
    database.transaction(() => insert('b'));
    expect(database.all('SELECT name FROM environments')).toEqual([{ name: 'b' }]);
    database.close();
  });
});
