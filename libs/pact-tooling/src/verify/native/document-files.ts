import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlannedDocument } from '../plan/index.ts';

/** Documents in temporary files. */
export interface DocumentFiles extends AsyncDisposable {
  /** In the order of the documents. */
  readonly paths: readonly string[];
}

/** Writes documents to temporary files, so that later changes of the pact files do not affect the native verifier. */
export async function writeDocuments(documents: readonly PlannedDocument[]): Promise<DocumentFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'pact-tooling-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    const paths = await Promise.all(
      documents.map(async ({ text }, i) => {
        const path = join(directory, `${i}.json`);
        await writeFile(path, text, { mode: 0o600 });
        return path;
      }),
    );
    return { paths, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
