import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../../test/broker-client.ts';
import { modesIn } from '../../test/file-modes.ts';
import { backUp, openDatabase } from './index.ts';

describe('A backup', () => {
  let directory: string;
  let db: string;
  let copy: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-backup-'));
    db = join(directory, 'broker.sqlite');
    copy = join(directory, 'copy.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('of a broker that runs can be started from, and is one file', async () => {
    {
      await using broker = await startTestBroker({ db });
      await broker.publish('Con', 'Prov', { version: '1' });
      await backUp(db, copy, { overwrite: false });
      await broker.publish('Con', 'Prov', { version: '2', content: 'later' });
      // Also while it is read: from a disk that can't be written to, too.
      const reader = new DatabaseSync(copy, { readOnly: true });
      expect(reader.prepare('SELECT number FROM versions').all()).toEqual([{ number: '1' }]);
      expect(readdirSync(directory).filter((name) => name.includes('copy'))).toEqual(['copy.sqlite']);
      reader.close();
    }
    await using restored = await startTestBroker({ db: copy });
    const status = async (version: string) =>
      (await restored.request('GET', `/pacts/provider/Prov/consumer/Con/version/${version}`)).status;
    expect([await status('1'), await status('2')]).toEqual([200, 404]);
  });

  it("is its owner's alone, whoever may read the database", async () => {
    openDatabase(db).close();
    chmodSync(db, 0o644);
    await backUp(db, copy, { overwrite: false });
    expect(modesIn(directory)).toEqual({ 'broker.sqlite': '644', 'copy.sqlite': '600' });
  });

  it('is whole while a broker writes', async () => {
    await using broker = await startTestBroker({ db });
    for (let i = 0; i < 20; i++)
      await broker.publish('Con', 'Prov', { version: `a${i}`, content: 'x'.repeat(200_000) + i });
    const copied = backUp(db, copy, { overwrite: false });
    for (let i = 0; i < 10; i++) await broker.publish('Con', 'Prov', { version: `b${i}`, content: i });
    await copied;
    await using restored = await startTestBroker({ db: copy });
    expect((await restored.request('GET', '/pacts/provider/Prov/consumer/Con/version/a19')).status).toBe(200);
  });

  it('ends although a broker never stops writing, and is of one moment', async () => {
    const broker = openDatabase(db);
    const write = () => broker.run('INSERT INTO notes (name) VALUES (hex(randomblob(8)))');
    broker.execute('CREATE TABLE notes (name TEXT); CREATE TABLE large (content BLOB)');
    broker.run('INSERT INTO large VALUES (zeroblob(12000000))');
    let steps = 0;
    const onProgress = () => {
      steps++;
      write();
    };
    await backUp(db, copy, { overwrite: false, onProgress });
    broker.close();
    expect(steps).toBeGreaterThan(3);
    const reader = new DatabaseSync(copy, { readOnly: true });
    expect(reader.prepare('SELECT count(*) AS count FROM notes').get()).toEqual({ count: 0 });
    reader.close();
  });

  it('of a file that is not a whole database of a broker is refused, and leaves nothing', async () => {
    const empty = new DatabaseSync(join(directory, 'empty'));
    empty.exec('CREATE TABLE a (b)');
    empty.close();
    await expect(backUp(join(directory, 'empty'), copy, { overwrite: false })).rejects.toThrow(
      "it is not a broker's database",
    );
    openDatabase(db).close();
    const dangling = new DatabaseSync(db, { enableForeignKeyConstraints: false });
    dangling.exec("INSERT INTO tags (name, version_id, created_at) VALUES ('t', 99, '')");
    dangling.close();
    await expect(backUp(db, copy, { overwrite: false })).rejects.toThrow('the copy is damaged');
    expect(readdirSync(directory).sort()).toEqual(['broker.sqlite', 'empty']);
  });

  it('reports its progress', async () => {
    const database = openDatabase(db);
    const large = 'x'.repeat(5_000_000);
    database.run("INSERT INTO pacticipants (name, created_at, updated_at) VALUES (?, '', '')", large);
    database.close();
    const shares: number[] = [];
    await backUp(db, copy, { overwrite: false, onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.filter((share) => share <= 0 || share > 1)).toEqual([]);
  });

  it('replaces nothing without the option, and leaves nothing unfinished', async () => {
    await (await startTestBroker({ db })).close();
    writeFileSync(copy, 'precious');
    await expect(backUp(db, copy, { overwrite: false })).rejects.toThrow(
      `${copy} is there already; choose another name, or overwrite it with --force`,
    );
    expect(readFileSync(copy, 'utf8')).toBe('precious');
    await backUp(db, copy, { overwrite: true });
    openDatabase(copy).close();
    await expect(backUp(db, db, { overwrite: true })).rejects.toThrow(/is the database itself/);
    await expect(backUp(join(directory, 'none'), copy, { overwrite: true })).rejects.toThrow(
      /there is no database/,
    );
    writeFileSync(join(directory, 'text'), 'no database at all');
    await expect(backUp(join(directory, 'text'), `${copy}2`, { overwrite: false })).rejects.toThrow(
      /not a database/,
    );
    expect(readdirSync(directory).sort()).toEqual(['broker.sqlite', 'copy.sqlite', 'text']);
  });
});
