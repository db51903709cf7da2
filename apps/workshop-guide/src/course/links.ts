import { lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { foldersOf } from './folders-of.ts';

/**
 * Renames symbolic links at the paths of files that will be written. Files written through a link would end up
 * elsewhere, possibly outside of the folder.
 * @param paths of the files, from the folder's root
 */
export function moveLinksAside(folder: string, paths: readonly string[]): void {
  for (const path of new Set(paths.flatMap((path) => [...foldersOf(path), path]))) {
    const link = join(folder, path);
    if (kindOf(link)?.isSymbolicLink() === true) renameSync(link, freeName(`${link}.yours`));
  }
}

function freeName(preferred: string, count = 1): string {
  const name = count === 1 ? preferred : `${preferred}${count}`;
  return kindOf(name) ? freeName(preferred, count + 1) : name;
}

function kindOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A parent of the path is a file, so that the path can't be a link.
    return undefined;
  }
}
