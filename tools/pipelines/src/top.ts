import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const top = fileURLToPath(new URL('../../..', import.meta.url));

/** The text of a file of the project. */
export const read = (path: string): string => readFileSync(join(top, path), 'utf8');
