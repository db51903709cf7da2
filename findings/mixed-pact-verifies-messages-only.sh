#!/usr/bin/env bash
# A specification-3 contract with both interactions and messages: the HTTP interactions are not run, and it passes.
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

const interactions = [{ description: 'a request', request: { method: 'GET', path: '/' }, response: { status: 200 } }];
const messages = [{ description: 'a message', contents: { a: 1 }, metaData: { contentType: 'application/json' } }];
const metadata = { pactSpecification: { version: '3.0.0' } };
(async () => {
  const requests = [];
  const provider = (request, response) => {
    requests.push(request.url);
    response.writeHead(request.method === 'GET' ? 404 : 200).end('{"a":1}');
  };
  const messageProvider = await serve(provider);
  const transports = [{ protocol: 'message', port: messageProvider.port, path: '/message' }];
  const found = {
    'interactions alone': await verify({ ...parties, interactions, metadata }, provider),
    both: await verify({ ...parties, interactions, messages, metadata }, provider, { transports }),
  };
  messageProvider.close();
  console.log('> ' + JSON.stringify({ found, requests }));
  assert.deepEqual(found, { 'interactions alone': 'expected 200 but was 404', both: 'passes' });
  assert.deepEqual(requests, ['/', '/message']);
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
