import { readdirSync } from 'node:fs';
import { isOurRepository } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';

/**
 * Refuses a folder with other files than the workshop's, since a layout would replace them.
 * @throws WorkshopError when the folder is not empty and was not created by the workshop
 */
export function refuseForeignFolder(playground: string): void {
  if (isOurRepository(playground) || entriesOf(playground).length === 0) return;
  throw new WorkshopError(
    `${playground} contains files that are not the workshop's; nothing was changed.\nNext: name an empty or new folder with --playground, or move these files elsewhere.`,
  );
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    const why = code === 'ENOTDIR' ? 'is not a folder' : `can't be read: ${message}`;
    throw new WorkshopError(`${folder} ${why}.\nNext: name another folder with --playground.`);
  }
}
