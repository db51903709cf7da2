#!/usr/bin/env bash
# A RegExp given to Pact JS loses its flags and must match the whole value: the contract then rejects its own example.
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
const { MatchersV3, PactV3, Verifier } = require('@pact-foundation/pact');

async function consumerTest(body, contentType = 'application/json') {
  fs.rmSync('pacts', { recursive: true, force: true });
  const pact = new PactV3({ consumer: 'C', provider: 'P', dir: 'pacts', logLevel: 'error' });
  pact
    .uponReceiving('d')
    .withRequest({ method: 'GET', path: '/' })
    .willRespondWith({ status: 200, headers: { 'Content-Type': contentType }, body });
  return pact.executeTest(async ({ url }) => (await fetch(url)).text());
}

async function verify(text, contentType = 'application/json') {
  const server = http.createServer((request, response) => response.writeHead(200, { 'Content-Type': contentType }).end(text));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const verifier = new Verifier({
    providerBaseUrl: `http://127.0.0.1:${server.address().port}`,
    pactUrls: ['pacts/C-P.json'],
    logLevel: 'error',
  });
  const found = await verifier.verifyProvider().then(
    () => 'passes',
    ({ message }) =>
      JSON.parse(message)
        .errors.flatMap(({ mismatch }) => mismatch.mismatches ?? mismatch)
        .map(({ mismatch, message }) => mismatch ?? message)
        .join('; '),
  );
  server.close();
  return found;
}

console.log('> @pact-foundation/pact', require('@pact-foundation/pact/package.json').version);
(async () => {
  const found = {};
  for (const [regex, example] of [
    [/^[a-z]+$/i, 'ABC'],
    [/\d+/, 'order 12'],
    [/^[a-z]+$/, 'abc'],
  ]) {
    const served = await consumerTest({ a: MatchersV3.regex(regex, example) });
    const found1 = (found[regex] = await verify(served));
    console.log(`> ${regex}: the consumer's test is green with ${served}; a provider with the same answer: ${found1}`);
  }
  assert.deepEqual(Object.values(found), ["Expected 'ABC' to match '^[a-z]+$'", "Expected 'order 12' to match '\\d+'", 'passes']);
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
