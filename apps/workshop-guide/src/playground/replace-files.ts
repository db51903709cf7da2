import { rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../files/write-atomically.ts';
import { learnerFiles, type Files } from './learner-files.ts';

/** What it takes to turn one set of files into another. */
export interface Replacement {
  /** Files that will be written, with another content than they have, or newly. */
  readonly written: readonly string[];
  /** Files that will go. */
  readonly removed: readonly string[];
}

/** Compares what is there with what should be there. */
export function replacementOf(present: Files, wanted: Files): Replacement {
  return {
    written: [...wanted]
      .filter(([path, content]) => !present.get(path)?.equals(content))
      .map(([path]) => path),
    removed: [...present.keys()].filter((path) => !wanted.has(path)),
  };
}

/**
 * Makes the playground's files exactly these. Files that stay as they are aren't touched, so that no watcher wakes for
 * them. Saving what is replaced is the caller's business.
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

/** Removes a file, and the folders that it leaves empty. */
export function removeFile(playground: string, path: string): void {
  rmSync(join(playground, path));
  removeEmptyFolders(playground, dirname(path));
}

function removeEmptyFolders(playground: string, folder: string): void {
  if (folder === '.') return;
  try {
    rmdirSync(join(playground, folder));
  } catch {
    // It holds something else.
    return;
  }
  removeEmptyFolders(playground, dirname(folder));
}
