#!/usr/bin/env bash
# A value that a state handler does not give back, or of the wrong type, is silently replaced by the example of the contract.
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

const request = {
  method: 'POST',
  path: '/',
  headers: { 'Content-Type': 'application/json' },
  body: { id: 1 },
  generators: { body: { '$.id': { type: 'ProviderState', expression: '${id}', dataType: 'INTEGER' } } },
};
const interactions = [{ description: 'd', providerStates: [{ name: 's' }], request, response: { status: 200 } }];
const pact = { ...parties, metadata: { pactSpecification: { version: '3.0.0' } }, interactions };
(async () => {
  const sent = {};
  for (const values of ['{"id":7}', '{}', '{"id":"u-7"}']) {
    const states = await serve((incoming, response) => response.end(values));
    const providerStatesSetupUrl = `http://127.0.0.1:${states.port}`;
    const found = await verify(pact, (incoming, response, body) => response.end((sent[values] = body)), { providerStatesSetupUrl });
    console.log(`> given back ${values}: sent ${sent[values]}, ${found}`);
    states.close();
  }
  assert.deepEqual(Object.values(sent), ['{"id":7}', '{"id":1}', '{"id":1}']);
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
