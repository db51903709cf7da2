import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlannedDocument } from '../plan/index.ts';

/** Documents in files of their own, removed at the end. */
export interface DocumentFiles extends AsyncDisposable {
  /** In the order of the documents. */
  readonly paths: readonly string[];
}

/**
 * Writes documents where only the native verifier reads them: whatever happens to the pacts, it reads what was looked
 * at.
 */
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
