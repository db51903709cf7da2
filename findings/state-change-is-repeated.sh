#!/usr/bin/env bash
# A state change that answers 500 or 429 is asked for again until it works; one that answers 400 is not.
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
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.setHeader('Content-Type', 'application/json');
    answer(request, response, body);
  });
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

const pact = {
  ...parties,
  metadata: { pactSpecification: { version: '3.0.0' } },
  interactions: [{ description: 'd', providerStates: [{ name: 's' }], request: { method: 'GET', path: '/' }, response: { status: 200 } }],
};
(async () => {
  const found = {};
  for (const status of [400, 429, 500]) {
    const calls = [];
    const states = await serve((request, response, body) => {
      calls.push(JSON.parse(body).action);
      response.writeHead(calls.length === 1 ? status : 200).end();
    });
    const text = await verify(pact, (request, response) => response.end(), { providerStatesSetupUrl: `http://127.0.0.1:${states.port}` });
    states.close();
    found[status] = calls.join(' ');
    console.log(`> first answered ${status}: ${found[status]}; ${text}`);
  }
  assert.deepEqual(found, { 400: 'setup', 429: 'setup setup teardown', 500: 'setup setup teardown' });
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
