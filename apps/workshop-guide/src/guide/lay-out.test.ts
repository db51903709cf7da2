import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PreparedLearner } from '../../test/prepared-learner.ts';
import type { RunningWorkshop } from '../../test/workshop-process.ts';

describe('A layout', () => {
  let learner: PreparedLearner;
  beforeEach(async () => {
    learner = await PreparedLearner.create();
  });
  afterEach(() => learner.leave());

  const path = (name: string) => join(learner.playground, name);
  const read = (name: string) => readFileSync(path(name), 'utf8');
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  const copies = () => {
    const folder = join(learner.folder, '.workshop/saved');
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, 'files')) : [];
  };

  /** Starts the second lesson; its preparation lasts until the handle is closed. */
  async function preparing(): Promise<[RunningWorkshop, FileHandle]> {
    const running = learner.open('start', '2');
    return [running, await learner.preparing()];
  }

  async function done(running: RunningWorkshop, go: FileHandle): Promise<number | null> {
    const closed = once(running.process, 'close') as Promise<[number | null]>;
    await go.close();
    return (await closed)[0];
  }

  it('is one at a time, and names itself to a second one', async () => {
    const [running, go] = await preparing();
    for (const command of [['reset'], ['solve'], ['next'], ['start'], ['start', '1']]) {
      const { code, stderr } = await learner.workshop(...command);
      expect([code, stderr]).toEqual([1, expect.stringContaining('Lesson 2 is being prepared by "start"')]);
    }
    expect(await done(running, go)).toBe(0);
    expect(read('apps/shop/wanted.json')).toContain('TODO');
  });

  it('that was killed blocks no other one, and its files do not count as the learner’s work', async () => {
    const [killed, go] = await preparing();
    await killed.end('SIGKILL');
    await go.close();
    expect((await learner.workshop('check')).stderr).toContain('npx workshop start');
    const [running, again] = await preparing();
    expect(await done(running, again)).toBe(0);
    expect(running.stdout).not.toContain('backed up');
    expect((await learner.workshop('restore')).stderr).toContain('There are no backups yet');
  });

  it('that was killed leaves the learner’s files in the newest backup', async () => {
    write('apps/shop/greeting.txt', 'my words');
    const [killed, go] = await preparing();
    await killed.end('SIGKILL');
    await go.close();
    expect((await learner.workshop('restore')).code).toBe(0);
    expect(read('apps/shop/greeting.txt')).toBe('my words');
    expect(copies()).toHaveLength(1);
  });

  it('backs up files that are written during the preparation', async () => {
    write('apps/shop/greeting.txt', 'before');
    const [running, go] = await preparing();
    write('apps/shop/greeting.txt', 'meanwhile');
    expect(await done(running, go)).toBe(0);
    const backups = copies();
    expect(backups.map((copy) => readFileSync(join(copy, 'apps/shop/greeting.txt'), 'utf8'))).toEqual([
      'before',
      'meanwhile',
    ]);
    for (const copy of backups) expect(running.stdout).toContain(dirname(copy).split('/').at(-1));
  });

  it('keeps or backs up every file of the learner', async () => {
    const own = ['notes.md', '.vscode/settings.json', 'dist/mine.txt', 'draft.tmp'];
    const names = [...own, ...own.map((name) => `apps/shop/${name}`), 'apps/shop/coverage/mine.txt'];
    for (const name of names) write(name, 'mine');
    for (const command of ['reset', 'solve', 'reset']) await learner.workshop(command);
    const folders = [learner.playground, ...copies()];
    const lost = names.filter((name) => !folders.some((folder) => textOf(join(folder, name)) === 'mine'));
    expect(lost).toEqual([]);
  });

  it('keeps links, and writes no file through them', async () => {
    const elsewhere = join(learner.folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'file.txt'), 'mine');
    symlinkSync(elsewhere, path('apps/shop/beside'));
    rmSync(path('apps/shop/greeting.txt'));
    symlinkSync(join(elsewhere, 'file.txt'), path('apps/shop/greeting.txt'));
    await learner.workshop('reset');
    expect(readFileSync(join(elsewhere, 'file.txt'), 'utf8')).toBe('mine');
    expect(readlinkSync(path('apps/shop/beside'))).toBe(elsewhere);
    expect(readlinkSync(path('apps/shop/greeting.txt.yours'))).toBe(join(elsewhere, 'file.txt'));
    expect(read('apps/shop/greeting.txt')).toBe('TODO: greet\n');
  });

  it('replaces a file of the learner by a folder of the lesson, and backs it up', async () => {
    rmSync(path('apps'), { recursive: true });
    write('apps', 'a file');
    expect((await learner.workshop('reset')).stdout).toContain('backed up');
    expect(read('apps/shop/greeting.txt')).toBe('TODO: greet\n');
    expect(readFileSync(join(copies()[0] ?? '', 'apps'), 'utf8')).toBe('a file');
  });
});

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
