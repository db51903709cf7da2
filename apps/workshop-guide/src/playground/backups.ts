import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WorkshopError } from '../errors.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { learnerFiles, type Files } from './learner-files.ts';

const description = z.object({
  /** Folder of the lesson that the files belong to. */
  lesson: z.string(),
  /** The command before which the files were backed up. */
  before: z.string(),
  at: z.string(),
});

/** A copy of the learner's files: a folder with the files and a description. */
export interface Backup extends Readonly<z.infer<typeof description>> {
  /** Name of the folder. */
  readonly name: string;
}

/**
 * Copies files to a new folder that is named after the time. An existing backup is never overwritten.
 * @param about `at` as ISO 8601
 */
export function writeBackup(backupDir: string, files: Files, about: Omit<Backup, 'name'>): Backup {
  const name = newFolder(backupDir, `${about.at.slice(0, 19).replaceAll(':', '-')}_${about.lesson}`);
  const folder = join(backupDir, name);
  for (const [path, content] of files) writeAtomically(join(folder, 'files', path), content);
  // The description is written last: a folder without one is an incomplete backup.
  writeFileSync(join(folder, 'saved.json'), `${JSON.stringify(about, null, 2)}\n`, { flush: true });
  return { name, ...about };
}

/** All complete backups, the newest last. */
export function listBackups(backupDir: string): Backup[] {
  const all = namesIn(backupDir).flatMap((name) => {
    const about = readDescription(join(backupDir, name, 'saved.json'));
    return about ? [{ name, ...about }] : [];
  });
  // Not sorted by name: names have no fractions of a second.
  return all.sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

/**
 * Finds a backup and its files.
 * @param name the folder's name; the newest backup by default
 * @throws WorkshopError when there is no such backup
 */
export function findBackup(
  backupDir: string,
  name?: string,
): { readonly backup: Backup; readonly files: Files } {
  const all = listBackups(backupDir);
  const backup = name === undefined ? all.at(-1) : all.find((one) => one.name === name);
  if (!backup) {
    if (all.length === 0)
      throw new WorkshopError('There are no backups yet, so there is nothing to restore.');
    const names = all.map((one) => `  ${one.name}`).join('\n');
    throw new WorkshopError(`There is no backup "${name}". The backups are:\n${names}`);
  }
  return { backup, files: learnerFiles(join(backupDir, backup.name, 'files')) };
}

function newFolder(backupDir: string, preferredName: string): string {
  mkdirSync(backupDir, { recursive: true });
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? preferredName : `${preferredName}_${count}`;
    try {
      mkdirSync(join(backupDir, name));
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function namesIn(backupDir: string): string[] {
  try {
    return readdirSync(backupDir).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readDescription(file: string): z.infer<typeof description> | undefined {
  try {
    return description.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
