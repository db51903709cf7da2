import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { modesIn } from '../../test/file-modes.ts';
import { openDatabase } from './index.ts';

describe('A database that is opened', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-open-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each([
    ['lets others read while it writes', 'journal_mode', 'wal'],
    ['has on disk what it confirmed, whatever happens to the power', 'synchronous', 2],
    ['lets nothing dangle', 'foreign_keys', 1],
    ['waits ten seconds for another process that writes', 'busy_timeout', 10_000],
  ])('%s', (_, pragma, expected) => {
    const database = openDatabase(join(directory, 'broker.sqlite'));
    expect(Object.values(database.get<object>(`PRAGMA ${pragma}`) ?? {})).toEqual([expected]);
    database.close();
  });

  it("is its owner's alone, with all that is beside it", () => {
    const database = openDatabase(join(directory, 'broker.sqlite'));
    database.execute('CREATE TABLE secrets (one TEXT)');
    expect(modesIn(directory)).toEqual({
      'broker.sqlite': '600',
      'broker.sqlite-shm': '600',
      'broker.sqlite-wal': '600',
    });
    database.close();
  });

  it('keeps the mode that somebody gave it', () => {
    const path = join(directory, 'broker.sqlite');
    writeFileSync(path, '');
    chmodSync(path, 0o640);
    openDatabase(path).close();
    expect(modesIn(directory)).toEqual({ 'broker.sqlite': '640' });
  });

  it('is named where that fails', () => {
    const path = join(directory, 'text');
    writeFileSync(path, 'no database at all, but a text that is long enough to be one');
    expect(() => openDatabase(path)).toThrow(`Can't open the broker's database ${path}: `);
    expect(() => openDatabase(directory)).toThrow(directory);
  });
});
