import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const consumer = 'CliShop';
export const provider = 'CliWarehouse';

/** Where commands are called: a folder with pacts to publish. */
export interface Workspace extends AsyncDisposable {
  readonly folder: string;
}

/** What each pact expects of the provider, by the folder it lies in. */
const expected = {
  right: { name: 'Ann' },
  /** The provider has no e-mail address to give. */
  wrong: { name: 'Ann', email: 'ann@example.org' },
  /** Still right, but other content. */
  reworded: { name: 'Ann', id: 1 },
};

export async function makeWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-cli-'));
  for (const [name, body] of Object.entries(expected)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'pact.json'), JSON.stringify(pact(body)));
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

function pact(body: object): object {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [
      {
        description: 'a request for a user',
        providerStates: [{ name: 'a user exists' }],
        request: { method: 'GET', path: '/users/1' },
        response: { status: 200, headers: { 'Content-Type': 'application/json' }, body },
      },
    ],
    metadata: { pactSpecification: { version: '3.0.0' } },
  };
}
