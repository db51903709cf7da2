#!/usr/bin/env bash
# In a Jest test, even process.getBuiltinModule gives Jest's "module": its require loads no ES module, which Node's does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --silent node@24.21.0 jest@30.5.2
echo 'export const answer = 42;' >answer.mjs
cat >ask.js <<'JS'
const from = ({ getBuiltinModule }) => {
  try {
    return getBuiltinModule('node:module').createRequire(__filename)('./answer.mjs').answer;
  } catch ({ message }) {
    return message.split('\n')[0].replace(__dirname, '.');
  }
};
exports.seen = () =>
  `by the test's process: ${from(process)}; by that of the main context: ${from(require('node:vm').runInThisContext('process'))}`;
JS
cat >ask.test.js <<'JS'
const { writeFileSync } = require('node:fs');
test('ask', () => writeFileSync('seen', require('./ask.js').seen() + '\n'));
JS
export PATH=$PWD/node_modules/.bin:$PATH
echo "Node: $(node -p "require('./ask.js').seen()")"
jest --silent 2>/dev/null
echo "Jest $(jest --version): $(cat seen)"
diff seen - <<'TEXT'
by the test's process: Must use import to load ES Module: ./answer.mjs; by that of the main context: 42
TEXT
