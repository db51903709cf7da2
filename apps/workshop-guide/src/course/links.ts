import { lstatSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { foldersOf } from './folders-of.ts';

/**
 * Moves symbolic links out of the way of files that will be written: through them they would land elsewhere, perhaps
 * outside of the folder. A link is renamed beside where it was, so that what a learner linked stays linked.
 * @param paths of the files, from the folder's root
 */
export function moveLinksAside(folder: string, paths: readonly string[]): void {
  for (const path of new Set(paths.flatMap((path) => [...foldersOf(path), path]))) {
    const link = join(folder, path);
    if (kindOf(link)?.isSymbolicLink() === true) renameSync(link, freeName(`${link}.yours`));
  }
}

function freeName(wish: string, count = 1): string {
  const name = count === 1 ? wish : `${wish}${count}`;
  return kindOf(name) ? freeName(wish, count + 1) : name;
}

function kindOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A file stands where a folder is to be: nothing below it is a link.
    return undefined;
  }
}
