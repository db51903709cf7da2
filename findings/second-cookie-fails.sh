#!/usr/bin/env bash
# A provider may add any header, but not a second line to one that the contract names: a new cookie breaks the contract.
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
  const server = http.createServer((request, response) => answer(request, response.setHeader('Content-Type', 'application/json')));
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
(async () => {
  const pact = {
    ...parties,
    metadata: { pactSpecification: { version: '4.0' } },
    interactions: [
      {
        type: 'Synchronous/HTTP',
        description: 'd',
        request: { method: 'GET', path: '/' },
        response: { status: 200, headers: { 'Set-Cookie': ['a=1'] } },
      },
    ],
  };
  const list = { ...pact, interactions: [{ ...pact.interactions[0], response: { status: 200, headers: { 'X-List': ['a', 'b'] } } }] };
  const answered = (headers) => (request, response) => response.writeHead(200, headers).end();
  const found = {
    'another header': await verify(pact, answered({ 'Set-Cookie': 'a=1', 'X-New': '1' })),
    'another cookie': await verify(pact, answered({ 'Set-Cookie': ['a=1', 'b=2'] })),
    'a list on two lines': await verify(list, answered({ 'X-List': ['a', 'b'] })),
    'a list on one line': await verify(list, answered({ 'X-List': 'a, b' })),
  };
  for (const [name, text] of Object.entries(found)) console.log(`> ${name}: ${text}`);
  assert.deepEqual(
    Object.values(found).map((text) => text === 'passes'),
    [true, false, true, false],
  );
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
