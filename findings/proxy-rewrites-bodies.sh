#!/usr/bin/env bash
# The proxy of the Pact JS Verifier parses bodies: large numbers are rounded, and a form arrives as JSON.
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
const core = require('@pact-foundation/pact-core').default;
const { Verifier } = require('@pact-foundation/pact');

const seen = [];
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const pact = (
  type,
  content,
) => `{"consumer":{"name":"C"},"provider":{"name":"P"},"metadata":{"pactSpecification":{"version":"4.0"}},"interactions":[
  {"type":"Synchronous/HTTP","description":"d","request":{"method":"POST","path":"/","headers":{"Content-Type":["${type}"]},
  "body":{"content":${content},"contentType":"${type}","encoded":false}},"response":{"status":200}}]}`;

console.log('> @pact-foundation/pact', require('@pact-foundation/pact/package.json').version);
(async () => {
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push(body);
    response.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const options = {
    providerBaseUrl: `http://127.0.0.1:${server.address().port}`,
    pactUrls: ['pact.json'],
    logLevel: 'error',
  };
  for (const [type, content] of [
    [json, '{"id":9007199254740993}'],
    [form, '"a=1&b=2"'],
  ]) {
    fs.writeFileSync('pact.json', pact(type, content));
    await core.verifyPacts(options);
    await new Verifier(options).verifyProvider().catch(() => undefined);
  }
  server.close();
  const [direct, proxied, directForm, proxiedForm] = seen;
  console.log(
    `> ${direct} by verifyPacts, ${proxied} by the Verifier; ${directForm} by verifyPacts, ${proxiedForm} by the Verifier`,
  );
  assert.deepEqual(
    [direct, proxied, directForm],
    ['{"id":9007199254740993}', '{"id":9007199254740992}', 'a=1&b=2'],
  );
  assert.ok(proxiedForm.startsWith('{"a":'));
})();
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
