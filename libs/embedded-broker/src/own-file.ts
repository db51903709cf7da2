import { readFileSync } from 'node:fs';

/**
 * A file of this package, as text. The published bundle has the files' content in place of this module.
 * @param path from the package's top, such as `src/web/assets/icon.svg`
 */
export function ownFile(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}
