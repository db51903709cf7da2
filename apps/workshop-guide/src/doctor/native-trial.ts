// Verifies a contract with one interaction against a local server, to check whether Pact's native library works.
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyProvider } from '@pact-workshop/pact-tooling';

const pact = {
  consumer: { name: 'Doctor' },
  provider: { name: 'Patient' },
  interactions: [
    { description: 'a sign of life', request: { method: 'GET', path: '/pulse' }, response: { status: 200 } },
  ],
  metadata: { pactSpecification: { version: '2.0.0' } },
};

const folder = await mkdtemp(join(tmpdir(), 'workshop-doctor-'));
const server = createServer((_request, response) => response.end());
try {
  const file = join(folder, 'Doctor-Patient.json');
  await writeFile(file, JSON.stringify(pact));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await verifyProvider({ provider: 'Patient', providerBaseUrl: `http://127.0.0.1:${port}`, files: [file] });
  const { version } = createRequire(import.meta.url)('@pact-foundation/pact/package.json') as {
    version: string;
  };
  console.log(`@pact-foundation/pact ${version} loads and verifies`);
} finally {
  server.close();
  await rm(folder, { recursive: true, force: true });
}
