import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nothingYet, withHint, withLesson } from './progress.ts';
import { readProgress, updateProgress } from './progress-file.ts';

describe('The progress file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-progress-'));
    file = join(folder, 'progress.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = () =>
    updateProgress(file, (before) => withLesson(before, '01-first', '2026-03-01T10:00:00Z'));

  it('is empty before the first change, and keeps changes', async () => {
    expect(readProgress(file)).toEqual(nothingYet);
    const written = await start();
    expect(readProgress(file)).toEqual(written);
    expect(readdirSync(folder)).toEqual(['progress.json']);
  });

  it('loses no change of concurrent commands', async () => {
    await start();
    const hint = () => updateProgress(file, (before) => withHint(before, '01-first', 100));
    await Promise.all(Array.from({ length: 20 }, hint));
    expect(readProgress(file).lessons['01-first']?.hints).toBe(20);
  });

  it('is not changed while another process changes it', async () => {
    const before = await start();
    writeFileSync(`${file}.lock`, '1');
    const changing = updateProgress(file, (progress) => withHint(progress, '01-first', 3));
    expect(readProgress(file)).toEqual(before);
    rmSync(`${file}.lock`);
    await changing;
    expect(readProgress(file).lessons['01-first']?.hints).toBe(1);
  });

  it('is unlocked after a change that failed', async () => {
    const fail = () => {
      throw new Error('no');
    };
    await expect(updateProgress(file, fail)).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not stay locked by a killed process', async () => {
    const lock = `${file}.lock`;
    writeFileSync(lock, '1');
    utimesSync(lock, 0, 0);
    await start();
    expect(readdirSync(folder)).toEqual(['progress.json']);
  }, 8_000);

  it.each([
    ['{"format":1,"les', 'JSON'],
    ['{"format":2,"lessons":{}}', 'format'],
  ])('is renamed when it is damaged (%s), with a message that names the next step', async (damaged, why) => {
    writeFileSync(file, damaged);
    expect(() => readProgress(file)).toThrow(why);
    const [kept] = readdirSync(folder);
    expect(kept).toMatch(/^progress\.unreadable-\d+\.json$/);
    expect(readFileSync(join(folder, kept ?? ''), 'utf8')).toBe(damaged);
    await start();
    expect(readProgress(file).lesson).toBe('01-first');
  });
});
