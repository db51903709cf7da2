import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Folder for the demo's pact and its changed copy of the provider; removed at the end. */
const scratch = join(root, '.demo');

export const adminService = join(root, 'apps/admin-service');
export const userService = join(root, 'apps/user-service');
export const pactDir = join(scratch, 'pacts');

export async function prepareScratch(): Promise<void> {
  await removeScratch();
  await mkdir(pactDir, { recursive: true });
}

export async function removeScratch(): Promise<void> {
  await rm(scratch, { recursive: true, force: true });
}

/**
 * Copies the User Service and renames `firstName` of the contract to `givenName` in the copy.
 * @returns the folder of the copy
 * @throws Error when the source no longer contains the text to change
 */
export async function copyWithBreakingChange(): Promise<string> {
  const copy = join(scratch, 'user-service');
  await cp(userService, copy, {
    recursive: true,
    filter: (source) => !source.includes('node_modules'),
  });
  const file = join(copy, 'src/users/user-repository.ts');
  const source = await readFile(file, 'utf8');
  const changed = source.replace('first_name AS firstName', 'first_name AS givenName');
  if (changed === source) throw new Error(`${file} has no "first_name AS firstName" to change`);
  await writeFile(file, changed);
  return copy;
}
