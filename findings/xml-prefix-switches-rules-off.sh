#!/usr/bin/env bash
# A matching rule of XmlBuilder below an element with a namespace prefix is never applied: the example has to be met to the letter.
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
const { MatchersV3, PactV3, Verifier, XmlBuilder } = require('@pact-foundation/pact');

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
  const server = http.createServer((request, response) =>
    response.writeHead(200, { 'Content-Type': contentType }).end(text),
  );
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
  for (const prefix of ['', 'n:']) {
    const xml = new XmlBuilder('1.0', 'UTF-8', `${prefix}a`).build((root) => {
      if (prefix) root.setAttributes({ 'xmlns:n': 'urn:x' });
      root.appendElement(`${prefix}b`, {}, MatchersV3.string('example'));
    });
    const served = await consumerTest(xml, 'application/xml');
    const { matchingRules } = JSON.parse(fs.readFileSync('pacts/C-P.json', 'utf8')).interactions[0].response;
    found[prefix] = await verify(served.replace('example', 'other'), 'application/xml');
    console.log(`> rule for ${Object.keys(matchingRules.body)}: ${found[prefix]}`);
  }
  assert.deepEqual(found, { '': 'passes', 'n:': "Expected 'other' to be equal to 'example'" });
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
