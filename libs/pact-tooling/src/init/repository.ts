/** What `init` reads of a package.json. */
export interface Manifest {
  readonly name?: string;
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A user's repository, as far as `init` looks at it. */
export interface Repository {
  /** Name of its folder. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Paths of all files that were looked at, with `/`, from the folder. */
  readonly paths: ReadonlySet<string>;
  /** The content of sources and of package.json, by path. */
  readonly contents: ReadonlyMap<string, string>;
}

/** Whether a package is among the dependencies. */
export function dependsOn({ manifest }: Repository, name: string): boolean {
  return name in (manifest.dependencies ?? {}) || name in (manifest.devDependencies ?? {});
}

/** The sources that are not tests: path and text. */
export function sourcesOf({ contents }: Repository): [path: string, text: string][] {
  return [...contents]
    .filter(([path]) => /\.[cm]?[jt]sx?$/.test(path) && !isTest(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const isTest = (path: string): boolean =>
  /(^|\/)(__tests__|__mocks__|tests?|e2e|fixtures)\//.test(path) ||
  /\.(test|spec|pact|config|d)\.[cm]?[jt]sx?$/.test(path);
