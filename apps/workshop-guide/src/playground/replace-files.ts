import { rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../files/write-atomically.ts';
import { learnerFiles, type Files } from './learner-files.ts';

/** The changes that turn one set of files into another. */
export interface Replacement {
  /** Files to write: new ones, and those with another content. */
  readonly written: readonly string[];
  /** Files to remove. */
  readonly removed: readonly string[];
}

/** Compares the present files with the wanted ones. */
export function replacementOf(present: Files, wanted: Files): Replacement {
  return {
    written: [...wanted]
      .filter(([path, content]) => !present.get(path)?.equals(content))
      .map(([path]) => path),
    removed: [...present.keys()].filter((path) => !wanted.has(path)),
  };
}

/**
 * Replaces the playground's files by exactly these. Unchanged files are not written, so that watchers report only
 * changes. The caller has to back up the learner's files before.
 */
export function replaceFiles(playground: string, wanted: Files): Replacement {
  const replacement = replacementOf(learnerFiles(playground), wanted);
  for (const path of replacement.removed) {
    removeFile(playground, path);
  }
  for (const path of replacement.written) {
    writeAtomically(join(playground, path), wanted.get(path) ?? '');
  }
  return replacement;
}

/** Removes a file, and folders that become empty. */
export function removeFile(playground: string, path: string): void {
  rmSync(join(playground, path));
  removeEmptyFolders(playground, dirname(path));
}

function removeEmptyFolders(playground: string, folder: string): void {
  if (folder === '.') return;
  try {
    rmdirSync(join(playground, folder));
  } catch {
    // The folder is not empty.
    return;
  }
  removeEmptyFolders(playground, dirname(folder));
}
