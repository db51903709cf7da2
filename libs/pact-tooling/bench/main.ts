// Compares the times of `verifyProvider` and of the native verifier alone on the same contract: make bench-verification
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pactCore from '@pact-foundation/pact-core';
import { verifyProvider } from '../src/index.ts';

const interactions = 50;
const rounds = 31;

const body = { id: 1, name: 'a user', roles: ['one', 'two'] };
const contract = {
  consumer: { name: 'Consumer' },
  provider: { name: 'Provider' },
  interactions: Array.from({ length: interactions }, (_, i) => ({
    type: 'Synchronous/HTTP',
    description: `request ${i}`,
    providerStates: [{ name: 'a user' }],
    request: {
      method: 'POST',
      path: `/users/${i}`,
      body: { content: body, contentType: 'application/json', encoded: false },
    },
    response: { status: 200, body: { content: body, contentType: 'application/json', encoded: false } },
  })),
  metadata: { pactSpecification: { version: '4.0' } },
};

/** Answers every request as in the contract, state changes included. */
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const states = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
}).listen(0, '127.0.0.1');
await once(states, 'listening');
const statesUrl = `http://127.0.0.1:${(states.address() as AddressInfo).port}/`;
const folder = await mkdtemp(join(tmpdir(), 'pact-tooling-bench-'));
const file = join(folder, 'pact.json');
await writeFile(file, JSON.stringify(contract));

const ways = {
  'the native verifier alone': () =>
    pactCore.default.verifyPacts({
      provider: 'Provider',
      providerBaseUrl: url,
      pactUrls: [file],
      providerStatesSetupUrl: statesUrl,
      logLevel: 'error',
    }),
  verifyProvider: () =>
    verifyProvider({
      provider: 'Provider',
      providerBaseUrl: url,
      files: [file],
      stateHandlers: { 'a user': () => undefined },
    }),
};
pactCore.default.logLevel('error');
const times: Record<string, number[]> = {};
for (let round = 0; round <= rounds; round++) {
  for (const [name, verify] of Object.entries(ways)) {
    const begun = performance.now();
    await verify();
    // The first round loads what is needed.
    if (round > 0) (times[name] ??= []).push(performance.now() - begun);
  }
}
for (const [name, values] of Object.entries(times)) {
  console.error(
    `${name}: median ${median(values).toFixed(0)} ms, least ${Math.min(...values).toFixed(0)} ms`,
  );
}
const [alone = [], ours = []] = Object.values(times);
const ratios = ours.map((time, round) => time / (alone[round] ?? NaN));
console.error(
  `${interactions} interactions, ${rounds} rounds: ${median(ratios).toFixed(3)} times the native verifier's time`,
);
server.close();
states.close();
await rm(folder, { recursive: true, force: true });

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
