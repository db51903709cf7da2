#!/usr/bin/env bash
# A state handler that throws is answered for with success: the Pact JS Verifier sends the request all the same, and passes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export PACT_DO_NOT_TRACK=true SCARF_ANALYTICS=false
npm install --no-save --silent node@24.21.0 @pact-foundation/pact@17.1.4 @pact-foundation/pact-core@20.2.0
cat >run.cjs <<'JS'
const assert = require('node:assert/strict');
const fs = require('node:fs');
const http = require('node:http');
const { once } = require('node:events');
const { Verifier } = require('@pact-foundation/pact');

const pact = {
  consumer: { name: 'C' },
  provider: { name: 'P' },
  metadata: { pactSpecification: { version: '3.0.0' } },
  interactions: [
    {
      description: 'd',
      providerStates: [{ name: 'a user exists' }],
      request: { method: 'GET', path: '/' },
      response: { status: 200 },
    },
  ],
};

console.log('> @pact-foundation/pact', require('@pact-foundation/pact/package.json').version);
(async () => {
  fs.writeFileSync('pact.json', JSON.stringify(pact));
  let requests = 0;
  const server = http.createServer((request, response) => {
    requests += 1;
    response.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  let calls = 0;
  const failing = async () => {
    calls += 1;
    throw new Error('no database');
  };
  const options = {
    providerBaseUrl: `http://127.0.0.1:${server.address().port}`,
    pactUrls: ['pact.json'],
    logLevel: 'error',
  };
  const verified = (stateHandlers) =>
    new Verifier({ ...options, stateHandlers }).verifyProvider().then(
      () => 'passes',
      () => 'fails',
    );
  const found = { throws: await verified({ 'a user exists': failing }), missing: await verified({}) };
  server.close();
  console.log('> ' + JSON.stringify({ found, calls, requests }));
  assert.deepEqual(
    { found, calls, requests },
    { found: { throws: 'passes', missing: 'passes' }, calls: 1, requests: 2 },
  );
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
