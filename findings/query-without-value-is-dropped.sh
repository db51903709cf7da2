#!/usr/bin/env bash
# A query parameter without a value (?debug) is never sent to the provider, and the interaction passes.
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
(async () => {
  const queries = {
    '2.0.0': 'debug&page=1',
    '3.0.0': { debug: [null], page: ['1'] },
    '3.0.0, empty': { debug: [''], page: ['1'] },
  };
  const sent = {};
  for (const [name, query] of Object.entries(queries)) {
    const pact = {
      ...parties,
      metadata: { pactSpecification: { version: name.slice(0, 5) } },
      interactions: [{ description: 'd', request: { method: 'GET', path: '/', query }, response: { status: 200 } }],
    };
    const found = await verify(pact, (request, response) => response.end((sent[name] = request.url)));
    console.log(`> ${name} ${JSON.stringify(query)}: sent ${sent[name]}, ${found}`);
    assert.equal(found, 'passes');
  }
  assert.deepEqual(Object.values(sent), ['/?page=1', '/?page=1', '/?debug=&page=1']);
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
