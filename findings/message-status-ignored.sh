#!/usr/bin/env bash
# A message whose provider answers HTTP 500 passes as long as the body matches.
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

const contents = (content) => ({ content, contentType: 'application/json', encoded: false });
const pact = (interaction) => ({ ...parties, metadata: { pactSpecification: { version: '4.0' } }, interactions: [interaction] });
(async () => {
  const provider = (request, response) => response.writeHead(500).end('{"a":1}');
  const { port, close } = await serve(provider);
  const options = { transports: ['message', 'sync-message'].map((protocol) => ({ protocol, port, path: '/message' })) };
  const found = {
    asynchronous: await verify(pact({ type: 'Asynchronous/Messages', description: 'm', contents: contents({ a: 1 }) }), provider, options),
    synchronous: await verify(
      pact({
        type: 'Synchronous/Messages',
        description: 's',
        request: { contents: contents({ q: 1 }) },
        response: [{ contents: contents({ a: 1 }) }],
      }),
      provider,
      options,
    ),
  };
  close();
  console.log('> ' + JSON.stringify(found));
  assert.deepEqual(found, { asynchronous: 'passes', synchronous: 'Request to fetch message from provider failed: status 500' });
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
