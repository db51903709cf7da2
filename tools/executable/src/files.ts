import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '@pact-workshop/packages';

/** The text of a file of the project, by its path from the top. */
export const projectFile = (path: string): string => readFileSync(join(top, path), 'utf8');
