#!/usr/bin/env bash
# A redirect is followed: a POST answered 302 passes a contract that says 200, and no provider can fulfil a contract that says 303.
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

const pact = (method, status) => ({
  ...parties,
  metadata: { pactSpecification: { version: '3.0.0' } },
  interactions: [{ description: 'd', request: { method, path: '/' }, response: { status } }],
});
(async () => {
  const requests = [];
  const redirecting = (status) => (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.url === '/') response.writeHead(status, { Location: '/login' });
    response.end();
  };
  const found = {
    'says 200, answered 302': await verify(pact('POST', 200), redirecting(302)),
    'says 303, answered 303': await verify(pact('POST', 303), redirecting(303)),
    'says 200, answered 302, followRedirects: false': await verify(pact('POST', 200), redirecting(302), {
      followRedirects: false,
    }),
  };
  console.log('> ' + JSON.stringify({ found, requests }));
  assert.deepEqual(Object.values(found), ['passes', 'expected 303 but was 200', 'expected 200 but was 302']);
  assert.deepEqual(requests, ['POST /', 'GET /login', 'POST /', 'GET /login', 'POST /']);
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
