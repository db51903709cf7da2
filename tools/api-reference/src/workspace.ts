import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace's folder, without a slash at the end. */
export const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** A library that leaves the checkout as a package. */
export interface Library {
  /** The name that consumers import. */
  readonly name: string;
  /** Path of its folder. */
  readonly folder: string;
  /** Path of the source that exports its public API. */
  readonly entry: string;
}

/** The libraries whose public API is documented and guarded here. */
export const libraries: readonly Library[] = ['pact-tooling', 'embedded-broker'].map((short) => {
  const folder = join(workspaceRoot, 'libs', short);
  return { name: `@pact-workshop/${short}`, folder, entry: join(folder, 'src/index.ts') };
});
