import { oldestNode } from './public-packages.ts';

/** What a package.json of the project says, as far as it matters here. */
export interface SourceManifest {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * The package.json of a package, from that of its library.
 * @param source of the library
 * @param folded of the libraries whose code the package contains: it needs their dependencies as well
 * @param options `directory`: where the library lies in the repository; `dependencies`: false for a bundle, which needs none
 * @throws Error when two libraries want a dependency in different versions
 */
export function publicManifest(
  source: SourceManifest,
  folded: readonly SourceManifest[],
  options: { readonly repository: string; readonly directory: string; readonly dependencies: boolean },
) {
  const { name, version, description, keywords, license, bin } = source;
  return {
    name,
    version,
    description,
    keywords,
    license,
    homepage: `${options.repository}/tree/main/${options.directory}#readme`,
    bugs: `${options.repository}/issues`,
    repository: { type: 'git', url: `git+${options.repository}.git`, directory: options.directory },
    type: 'module',
    sideEffects: false,
    // Node 23 has no long-term support, and its first releases lack what 22.13 has.
    engines: { node: `^${oldestNode} || >=24` },
    bin,
    // For what does not read "exports".
    main: './index.cjs',
    types: './index.d.cts',
    exports: {
      '.': {
        require: { types: './index.d.cts', default: './index.cjs' },
        types: './dist/index.d.ts',
        default: './dist/index.js',
      },
      './package.json': './package.json',
    },
    files: ['dist', 'bin', 'index.cjs', 'index.d.cts', 'CHANGELOG.md'],
    ...(options.dependencies ? { dependencies: mergedDependencies([source, ...folded]) } : {}),
  };
}

function mergedDependencies(manifests: readonly SourceManifest[]): Record<string, string> {
  const merged = new Map<string, string>();
  const own = new Set(manifests.map(({ name }) => name));
  for (const { name: library, dependencies = {} } of manifests) {
    for (const [name, version] of Object.entries(dependencies)) {
      if (own.has(name)) continue;
      const range = `^${version}`;
      const other = merged.get(name) ?? range;
      if (other !== range) throw new Error(`${library} wants ${name} ${range}, another library ${other}`);
      merged.set(name, range);
    }
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => a.localeCompare(b, 'en')));
}
