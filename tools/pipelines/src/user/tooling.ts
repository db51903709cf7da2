import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, top } from '../top.ts';

export const toolingName = '@pact-workshop/pact-tooling';

/** The version that the checkout has. */
export const toolingVersion = (JSON.parse(read('libs/pact-tooling/package.json')) as { version: string })
  .version;

/**
 * Writes a package with the tooling's name and version, whose command is that of the checkout: `npm ci` links it without
 * anything else, and npx finds it without a registry.
 */
export async function toolingPackage(folder: string): Promise<string> {
  const command = join(folder, 'bin.mjs');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: toolingName, version: toolingVersion, bin: { 'pact-tooling': 'bin.mjs' } }),
  );
  await writeFile(
    command,
    `#!/usr/bin/env node\nawait import(${JSON.stringify(join(top, 'libs/pact-tooling/bin/pact-tooling.mjs'))});\n`,
  );
  await chmod(command, 0o755);
  return folder;
}
