import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { broker, inTheBundle, ownFiles, thread, threadCode, top } from '@pact-workshop/packages';

/** Name of the file that the executable contains for its threads. */
export const threadAsset = 'thread.cjs';

/** What the executable is made of. */
export interface Bundles {
  /** Path of the program. */
  readonly program: string;
  /** Path of what its threads run. */
  readonly thread: string;
  /** What went in. */
  readonly metafiles: readonly Metafile[];
}

/** The executable has no file that a thread could start from. It keeps the text of the thread's code. */
const textOfThread = `{ code: require('node:sea').getAsset('${threadAsset}', 'utf8'), options: { eval: true } }`;

/**
 * Bundles the command with everything that it needs: all packages, and the files that it reads. It is a CommonJS module,
 * since Node 24 starts nothing else out of an executable. What its threads run is another one.
 * @param v8Flags to set before anything else
 */
export async function bundleCommand(folder: string, v8Flags: readonly string[]): Promise<Bundles> {
  const files = await ownFiles(await readFile(join(broker, 'package.json'), 'utf8'));
  const bundle = async (entry: string, file: string, banner: readonly string[]) => {
    const { metafile } = await build({
      absWorkingDir: top,
      entryPoints: [entry],
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
        js: [
          ...banner,
          "const importMetaUrl = require('node:url').pathToFileURL(process.execPath).href;",
        ].join('\n'),
      },
      plugins: [files, threadCode(textOfThread), inTheBundle()],
    });
    return metafile;
  };
  const [program, threadFile] = [join(folder, 'embedded-broker.cjs'), join(folder, threadAsset)];
  const set = v8Flags.map((flag) => `require('node:v8').setFlagsFromString('${flag}');`);
  return {
    program,
    thread: threadFile,
    metafiles: [await bundle(join(broker, 'src/cli.ts'), program, set), await bundle(thread, threadFile, [])],
  };
}
