import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const top = fileURLToPath(new URL('../../..', import.meta.url));

/** The oldest Node that the packages run on: the first that has `node:sqlite` and `require` of ES modules without a flag. */
export const oldestNode = '22.13';

/** A library that leaves the project as a package. */
export interface PublicPackage {
  /** Its folder in `libs/`, and that of its package in `dist-packages/`. */
  readonly folder: string;
  /** Libraries of the project whose code the package contains, by their folders in `libs/`. */
  readonly folds: readonly string[];
  /**
   * `bundle`: one program with everything it needs, so that nothing else is installed. `modules`: one file for each
   * source, with dependencies.
   */
  readonly form: 'bundle' | 'modules';
}

export const publicPackages: readonly PublicPackage[] = [
  { folder: 'embedded-broker', folds: [], form: 'bundle' },
  { folder: 'pact-tooling', folds: ['broker-client', 'broker-mirror'], form: 'modules' },
];
