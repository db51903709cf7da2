import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { miniatureCourse } from '../../test/workshop-process.ts';
import { listBackups } from '../playground/index.ts';
import { openWorkshop, reset, restore, start, learnerPosition, type Workshop } from './index.ts';

describe('Restoring a backup', () => {
  let folder: string;
  let workshop: Workshop;
  const greeting = 'apps/greeter/greeting.txt';
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-restore-'));
    workshop = await openWorkshop({ course: miniatureCourse, playground: join(folder, 'playground') });
    await start(workshop);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const path = (name: string) => join(workshop.at.playground, name);
  const write = (name: string, text: string) => writeFileSync(path(name), text);
  const read = (name: string) => readFileSync(path(name), 'utf8');
  const backupTexts = (name: string) =>
    listBackups(workshop.at.backupDir).map((backup) =>
      readFileSync(join(workshop.at.backupDir, backup.name, 'files', name), 'utf8'),
    );

  it('backs up files that are written while the lesson is laid out', async () => {
    write(greeting, 'first');
    await reset(workshop);
    write('apps/greeter/status.txt', 'second');
    // git runs this when the lesson is laid out and the work is not back yet.
    appendFileSync(
      path('.git/config'),
      `[filter "meanwhile"]\n\tclean = "printf meanwhile > ${greeting}; cat"\n`,
    );
    writeFileSync(path('.git/info/attributes'), '* filter=meanwhile\n');
    const { backups } = await restore(workshop);
    expect(read(greeting)).toBe('first');
    expect(backups).toHaveLength(2);
    expect(backupTexts(greeting)).toEqual(['first', 'TODO\n', 'meanwhile']);
  });

  it('restores the lesson that the backup belongs to, and counts as the learner’s work again', async () => {
    write(greeting, 'first');
    await start(workshop, '2');
    expect((await restore(workshop)).lesson.number).toBe(1);
    expect(learnerPosition(workshop).lesson?.number).toBe(1);
    expect(read(greeting)).toBe('first');
    expect((await reset(workshop)).backups).toHaveLength(1);
    expect(backupTexts(greeting)).toEqual(['first', 'first']);
  });
});
