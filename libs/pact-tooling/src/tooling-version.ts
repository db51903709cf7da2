import { readFileSync } from 'node:fs';

/** The version of this tooling, from its package. */
export function toolingVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
