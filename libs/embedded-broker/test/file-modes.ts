import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Who may do what with the files of a folder, as `chmod` has it. */
export function modesIn(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory).map((name) => [name, (statSync(join(directory, name)).mode & 0o777).toString(8)]),
  );
}
