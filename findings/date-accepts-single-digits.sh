#!/usr/bin/env bash
# The format yyyy-MM-dd takes 2000-1-1, and YYYY-MM-DD a 99th day, since DD counts the days of the year.
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
  const found = {};
  for (const [date, value] of [
    ['yyyy-MM-dd', '2000-1-1'],
    ['yyyy-MM-dd', '2000-02-31'],
    ['YYYY-MM-DD', '2000-12-99'],
  ]) {
    const name = `${date} and ${value}`;
    found[name] = await verify(ruled('2000-01-01', { match: 'date', date }), (request, response) => response.end(JSON.stringify({ a: value })));
    console.log(`> ${name}: ${found[name]}`);
  }
  assert.deepEqual(
    Object.values(found).map((text) => text === 'passes'),
    [true, false, true],
  );
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
