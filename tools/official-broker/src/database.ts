import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty database, which is gone when it is disposed of. */
export interface Database extends AsyncDisposable {
  /** What the broker is told of it. */
  readonly settings: NodeJS.ProcessEnv;
}

/** A folder for what is gone at the end. */
export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'official-broker-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
