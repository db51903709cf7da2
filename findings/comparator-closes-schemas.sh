#!/usr/bin/env bash
# openapi-pact-comparator refuses a property that the OpenAPI document allows, even by additionalProperties: true; its forerunner swagger-mock-validator does not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export PACT_DO_NOT_TRACK=true SCARF_ANALYTICS=false
npm install --no-save --silent node@24.21.0 @pactflow/openapi-pact-comparator@2.3.1 swagger-mock-validator@12.0.0
cat >run.cjs <<'JS'
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');

const schema = (more) => ({ type: 'object', properties: { id: { type: 'integer' } }, ...more });
const openapi = (more) => ({
  openapi: '3.0.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/user': { get: { responses: { 200: { description: 'd', content: { 'application/json': { schema: schema(more) } } } } } },
  },
});
const pact = {
  consumer: { name: 'C' },
  provider: { name: 'P' },
  metadata: { pactSpecification: { version: '3.0.0' } },
  interactions: [
    {
      description: 'd',
      request: { method: 'GET', path: '/user' },
      response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 1, name: 'Sally' } },
    },
  ],
};
fs.writeFileSync('pact.json', JSON.stringify(pact));
const run = (tool, ...options) => {
  const { status, stdout } = spawnSync(process.execPath, [`node_modules/.bin/${tool}`, ...options, 'openapi.json', 'pact.json'], {
    encoding: 'utf8',
  });
  return { status, why: /must NOT have[^"]*/.exec(stdout)?.[0] };
};

const version = (name) => JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log('> openapi-pact-comparator', version('@pactflow/openapi-pact-comparator'));
console.log('> swagger-mock-validator', version('swagger-mock-validator'));
const found = {};
for (const [name, more] of [
  ['silent', {}],
  ['additionalProperties: true', { additionalProperties: true }],
]) {
  fs.writeFileSync('openapi.json', JSON.stringify(openapi(more)));
  found[name] = { opc: run('opc', '--oas'), smv: run('swagger-mock-validator') };
  console.log(`> schema ${name}: ${JSON.stringify(found[name])}`);
}
const refused = { status: 1, why: 'must NOT have additional properties - name' };
const allowed = { status: 0, why: undefined };
assert.deepEqual(found, { silent: { opc: refused, smv: allowed }, 'additionalProperties: true': { opc: refused, smv: allowed } });
JS
# The tools print reports of their own; only the lines that start with "> " are ours.
node_modules/.bin/node --no-deprecation run.cjs | sed -n 's/^> //p'
