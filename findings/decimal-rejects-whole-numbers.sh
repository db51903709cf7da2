#!/usr/bin/env bash
# JSON knows one kind of number, the verifier two: JSON.stringify(2.0) is no decimal, and 1.0 is not 1.
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
const pact = (response) => ({
  ...parties,
  metadata: { pactSpecification: { version: '3.0.0' } },
  interactions: [
    {
      description: 'd',
      request: { method: 'GET', path: '/' },
      response: { status: 200, headers: { 'Content-Type': 'application/json' }, ...response },
    },
  ],
});
const ruled = (example, ...matchers) => pact({ body: { a: example }, matchingRules: { body: { '$.a': { matchers } } } });
(async () => {
  const answered = (text) => (request, response) => response.end(`{"a":${text}}`);
  const found = {
    'decimal, answered 2': await verify(ruled(1.5, { match: 'decimal' }), answered('2')),
    'integer, answered 2.0': await verify(ruled(1, { match: 'integer' }), answered('2.0')),
    'no rule, 1 answered 1.0': await verify(pact({ body: { a: 1 } }), answered('1.0')),
    'number, answered 2': await verify(ruled(1.5, { match: 'number' }), answered('2')),
  };
  for (const [name, text] of Object.entries(found)) console.log(`> ${name}: ${text}`);
  assert.deepEqual(Object.values(found), [
    'Expected 2 (Integer) to be a decimal number',
    'Expected 2.0 (Decimal) to be an integer',
    'Expected 1.0 (Decimal) to be equal to 1 (Integer)',
    'passes',
  ]);
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
