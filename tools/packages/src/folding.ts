import { dirname, relative } from 'node:path/posix';

/** Where compiled files of the libraries go in a package: those of its own library to `dist/`, others to a folder there. */
export interface Folding {
  /** The library of the package: a folder in `libs/`. */
  readonly own: string;
  /** Folders in `libs/` of the libraries whose code it contains. */
  readonly folds: readonly string[];
}

/**
 * Where a compiled file lies in the package.
 * @param path from `libs/`, such as `broker-client/src/hal.js`
 * @returns from the package's top, such as `dist/broker-client/hal.js`
 * @throws Error for a file of another library
 */
export function placeOf(path: string, { own, folds }: Folding): string {
  const [library = '', source, ...rest] = path.split('/');
  if (source !== 'src' || ![own, ...folds].includes(library))
    throw new Error(`${path} belongs to no library of the package`);
  return ['dist', ...(library === own ? [] : [library]), ...rest].join('/');
}

/**
 * Code whose imports of folded libraries lead to their place in the package.
 * @param place of the file in the package
 */
export function withFoldedImports(code: string, place: string, { folds }: Folding): string {
  return folds.reduce((text, library) => {
    const path = relative(dirname(place), `dist/${library}/index.js`);
    const specifier = path.startsWith('.') ? path : `./${path}`;
    return text.replaceAll(`'@pact-workshop/${library}'`, `'${specifier}'`);
  }, code);
}
