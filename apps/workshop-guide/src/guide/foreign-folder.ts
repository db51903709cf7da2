import { readdirSync } from 'node:fs';
import { isOurRepository } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';

/**
 * A playground is laid out over what is there: in a folder with somebody's files that would be the end of them.
 * @throws WorkshopError where the folder holds something and was not made by the workshop
 */
export function refuseForeign(playground: string): void {
  if (isOurRepository(playground) || entriesOf(playground).length === 0) return;
  throw new WorkshopError(
    `${playground} holds files that are not the workshop's; nothing was touched.\nNext: name an empty folder, or one that is not there yet, with --playground; or move these files elsewhere.`,
  );
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    const why = code === 'ENOTDIR' ? 'is no folder' : `can't be read: ${message}`;
    throw new WorkshopError(`${folder} ${why}.\nNext: name another folder with --playground.`);
  }
}
