import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A package, loaded when it is first needed. Most of a broker's time to its first answer goes into loading; what
 * only few requests need is left out of it.
 * @param name the package's name; `Package` is its `typeof import`
 */
export function lazyRequire<Package>(name: string): Package {
  return require(name) as Package;
}
