import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import { top } from './public-packages.ts';

/** The library that is bundled. */
export const broker = join(top, 'libs/embedded-broker');

/** What the broker loads by `lazyRequire`. */
export interface LazyPackages {
  /** For esbuild. */
  readonly plugin: Plugin;
  /** The packages found, by the path of their file from the bundle's folder; complete after the build. */
  readonly files: ReadonlyMap<string, string>;
}

/** Packages that the broker loads only when it needs them become files beside the bundle. */
export function besideTheBundle(): LazyPackages {
  const files = new Map<string, string>();
  const plugin = replacingLazyRequire((name) => {
    const file = `lazy/${name.replace(/^@[^/]+\//, '')}.cjs`;
    files.set(file, name);
    return `lazyRequire('./${file}')`;
  });
  return { plugin, files };
}

/** Packages that the broker loads only when it needs them are in the bundle, where they run only then. */
export const inTheBundle = (): Plugin => replacingLazyRequire((name) => `require('${name}')`);

function replacingLazyRequire(replacement: (name: string) => string): Plugin {
  return {
    name: 'lazy packages',
    setup(build) {
      build.onLoad({ filter: /embedded-broker[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
        loader: 'ts',
        contents: (await readFile(path, 'utf8')).replace(
          /lazyRequire<[^(]*>\('([^']+)'\)/g,
          (_, name: string) => replacement(name),
        ),
      }));
    },
  };
}

/** Entry of the code of the broker's threads. */
export const thread = join(broker, 'src/thread.ts');

/**
 * What the broker's threads run, in place of the module that says so.
 * @param code an expression for a `ThreadCode`
 */
export function threadCode(code: string): Plugin {
  const contents = `export const threadCode = () => (${code});`;
  return {
    name: 'thread code',
    setup(build) {
      build.onLoad({ filter: /embedded-broker[\\/]src[\\/]threads[\\/]thread-code\.ts$/ }, () => ({
        contents,
        loader: 'js',
      }));
    },
  };
}

/**
 * The content of the files that the broker reads, in place of the module that reads them.
 * @param manifest the text of its package.json
 */
export async function ownFiles(manifest: string): Promise<Plugin> {
  const files: Record<string, string> = { 'package.json': manifest };
  for await (const path of glob('src/**/*.{css,mjs,svg}', { cwd: broker }))
    files[path.replaceAll(sep, '/')] = await readFile(join(broker, path), 'utf8');
  const contents = `const files = ${JSON.stringify(files)};
    export function ownFile(path) {
      if (!Object.hasOwn(files, path)) throw new Error(\`there is no \${path}\`);
      return files[path];
    }`;
  return {
    name: 'own files',
    setup(build) {
      build.onLoad({ filter: /embedded-broker[\\/]src[\\/]own-file\.ts$/ }, () => ({
        contents,
        loader: 'js',
      }));
    },
  };
}
