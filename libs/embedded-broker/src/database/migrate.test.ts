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
    const seen = Array.from({ length: 2 }, () => {
      const database = openDatabase(path);
      expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
      const versions = database.all<{ version: number }>('SELECT version FROM schema_migrations');
      database.close();
      return versions.map(({ version }) => version);
    });
    expect(seen[0]?.length).toBeGreaterThan(1);
    expect(seen[0]).toEqual(seen[0]?.map((_, index) => index + 1));
    expect(seen[1]).toEqual(seen[0]);
  });
});
