import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FixtureInteraction {
  readonly description: string;
  readonly state?: string;
  readonly path?: string;
  readonly status?: number;
  readonly body?: unknown;
}

/** A pact between `Consumer` and `Provider` (or others) that asks for these responses. */
export function pact(
  interactions: readonly FixtureInteraction[],
  names: { readonly consumer?: string; readonly provider?: string } = {},
): object {
  return {
    consumer: { name: names.consumer ?? 'Consumer' },
    provider: { name: names.provider ?? 'Provider' },
    interactions: interactions.map(({ description, state, path = '/thing', status = 200, body }) => ({
      type: 'Synchronous/HTTP',
      description,
      ...(state === undefined ? {} : { providerStates: [{ name: state }] }),
      request: { method: 'GET', path },
      response: {
        status,
        ...(body === undefined
          ? {}
          : {
              headers: { 'Content-Type': ['application/json'] },
              body: { content: body, contentType: 'application/json', encoded: false },
            }),
      },
    })),
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

/** A directory of a test's own, removed at the end. */
export interface TemporaryDirectory extends AsyncDisposable {
  readonly path: string;
  /** Writes a file, text as it is and anything else as JSON; returns its path. */
  write(name: string, content: unknown): Promise<string>;
}

export async function temporaryDirectory(): Promise<TemporaryDirectory> {
  const path = await mkdtemp(join(tmpdir(), 'pact-tooling-test-'));
  return {
    path,
    async write(name, content) {
      const file = join(path, name);
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
