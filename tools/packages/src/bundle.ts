import { join } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { besideTheBundle, broker, ownFiles, thread, threadCode } from './bundle-plugins.ts';
import { oldestNode, top } from './public-packages.ts';

const options = {
  absWorkingDir: top,
  bundle: true,
  platform: 'node',
  target: `node${oldestNode}`,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

/** Packages in CommonJS ask for Node's modules by `require`, which an ES module lacks. */
const requireForCommonJs =
  "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);";

/**
 * Bundles the broker, with all packages that it uses.
 * @param directory where the files go: `index.js`, `cli.js`, `thread.js` and what they share, with source maps
 * @param manifest the text of the package.json to contain
 * @returns what went in
 */
export async function bundleBroker(directory: string, manifest: string): Promise<Metafile[]> {
  const lazy = besideTheBundle();
  const { metafile } = await build({
    ...options,
    entryPoints: { index: join(broker, 'src/index.ts'), cli: join(broker, 'src/cli.ts'), thread },
    outdir: directory,
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    sourcemap: true,
    banner: { js: requireForCommonJs },
    // What is bundled stands in files of one folder, whichever of them asks.
    plugins: [
      threadCode("{ code: new URL('./thread.js', import.meta.url), options: {} }"),
      await ownFiles(manifest),
      lazy.plugin,
    ],
  });
  const beside = await build({
    ...options,
    entryPoints: Object.fromEntries(
      [...lazy.files].map(([file, name]) => [file.replace(/\.cjs$/, ''), name]),
    ),
    outdir: directory,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
  });
  return [metafile, beside.metafile];
}
