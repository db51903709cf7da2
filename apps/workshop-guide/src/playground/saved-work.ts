import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WorkshopError } from '../errors.ts';
import { writeWhole } from '../files/write-whole.ts';
import { learnerFiles, type Files } from './learner-files.ts';

const note = z.object({
  /** Folder of the lesson that the work belongs to. */
  lesson: z.string(),
  /** The command before which it was saved. */
  before: z.string(),
  at: z.string(),
});

/** Work that was saved aside: a folder with the learner's files as they were, and this note on them. */
export interface SavedWork extends Readonly<z.infer<typeof note>> {
  /** Name of its folder. */
  readonly name: string;
}

/**
 * Saves files aside, into a folder of their own named after the time; nothing is ever written over.
 * @param about `at` as ISO 8601
 */
export function saveAside(savedDir: string, files: Files, about: Omit<SavedWork, 'name'>): SavedWork {
  const name = newFolder(savedDir, `${about.at.slice(0, 19).replaceAll(':', '-')}_${about.lesson}`);
  const folder = join(savedDir, name);
  for (const [path, content] of files) writeWhole(join(folder, 'files', path), content);
  // The note comes last: a folder without it was cut off on the way, and is told apart by that.
  writeFileSync(join(folder, 'saved.json'), `${JSON.stringify(about, null, 2)}\n`, { flush: true });
  return { name, ...about };
}

/** All that was saved aside, the newest last. */
export function savedWork(savedDir: string): SavedWork[] {
  const all = namesIn(savedDir).flatMap((name) => {
    const about = readNote(join(savedDir, name, 'saved.json'));
    return about ? [{ name, ...about }] : [];
  });
  // Not by name: that has no fractions of a second.
  return all.sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

/**
 * Finds saved work and its files.
 * @param name the folder's name; the newest by default
 * @throws WorkshopError when there is none
 */
export function findSaved(
  savedDir: string,
  name?: string,
): { readonly work: SavedWork; readonly files: Files } {
  const all = savedWork(savedDir);
  const work = name === undefined ? all.at(-1) : all.find((one) => one.name === name);
  if (!work) {
    if (all.length === 0)
      throw new WorkshopError('Nothing was saved aside yet, so there is nothing to restore.');
    const names = all.map((one) => `  ${one.name}`).join('\n');
    throw new WorkshopError(`There is no saved work "${name}". There are:\n${names}`);
  }
  return { work, files: learnerFiles(join(savedDir, work.name, 'files')) };
}

function newFolder(savedDir: string, wish: string): string {
  mkdirSync(savedDir, { recursive: true });
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wish : `${wish}_${count}`;
    try {
      mkdirSync(join(savedDir, name));
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function namesIn(savedDir: string): string[] {
  try {
    return readdirSync(savedDir).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readNote(file: string): z.infer<typeof note> | undefined {
  try {
    return note.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
