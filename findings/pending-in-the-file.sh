#!/usr/bin/env bash
# An interaction that its own contract calls pending may fail, although nobody asked for pending.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export PACT_DO_NOT_TRACK=true SCARF_ANALYTICS=false
npm install --no-save --silent node@24.21.0 @pact-foundation/pact-core@20.2.0
cat >run.cjs <<'JS'
const assert = require('node:assert/strict');
const fs = require('node:fs');
const http = require('node:http');
const { once } = require('node:events');
const core = require('@pact-foundation/pact-core').default;

async function serve(answer) {
  const server = http.createServer((request, response) =>
    answer(request, response.setHeader('Content-Type', 'application/json')),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: server.address().port, close: () => (server.close(), server.closeAllConnections()) };
}

const reasons = ({ message }) =>
  JSON.parse(message)
    .errors.flatMap(({ mismatch }) => mismatch.mismatches ?? mismatch)
    .map((one) => one.mismatch ?? one.message)
    .join('; ');
async function verify(pact, answer, more = {}) {
  fs.writeFileSync('pact.json', JSON.stringify(pact));
  const { port, close } = await serve(answer);
  const options = { providerBaseUrl: `http://127.0.0.1:${port}`, pactUrls: ['pact.json'], logLevel: 'error', ...more };
  return core
    .verifyPacts(options)
    .then(() => 'passes', reasons)
    .finally(close);
}

console.log('> @pact-foundation/pact-core', require('@pact-foundation/pact-core/package.json').version);
const parties = { consumer: { name: 'C' }, provider: { name: 'P' } };

const pact = (pending) => ({
  ...parties,
  metadata: { pactSpecification: { version: '4.0' } },
  interactions: [
    { type: 'Synchronous/HTTP', description: 'd', pending, request: { method: 'GET', path: '/' }, response: { status: 200 } },
  ],
});
(async () => {
  const broken = (request, response) => response.writeHead(500).end();
  const found = {
    pending: await verify(pact(true), broken, { enablePending: false }),
    'not pending': await verify(pact(false), broken),
  };
  console.log('> ' + JSON.stringify(found));
  assert.deepEqual(found, { pending: 'passes', 'not pending': 'expected 200 but was 500' });
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
