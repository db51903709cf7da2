import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { broker, inTheBundle, ownFiles, top } from '@pact-workshop/packages';

/**
 * Bundles the command into one file with everything that it needs: all packages, and the files that it reads. It is a
 * CommonJS module, since Node 24 starts nothing else out of an executable.
 * @param v8Flags to set before anything else
 * @returns what went in
 */
export async function bundleCommand(file: string, v8Flags: readonly string[]): Promise<Metafile> {
  const set = v8Flags.map((flag) => `require('node:v8').setFlagsFromString('${flag}');`);
  const { metafile } = await build({
    absWorkingDir: top,
    entryPoints: [join(broker, 'src/cli.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: {
      js: [...set, "const importMetaUrl = require('node:url').pathToFileURL(process.execPath).href;"].join(
        '\n',
      ),
    },
    plugins: [await ownFiles(await readFile(join(broker, 'package.json'), 'utf8')), inTheBundle()],
  });
  return metafile;
}
