#!/usr/bin/env bash
# "attw --profile esm-only" ends with 1 for a problem that its own table shows as ignored.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent @arethetypeswrong/cli@0.18.5
mkdir package
cat >package/package.json <<'JSON'
{
  "name": "p",
  "version": "1.0.0",
  "type": "module",
  "exports": { "types": "./index.d.ts", "require": "./index.cjs", "default": "./index.js" }
}
JSON
echo 'export declare const a: 1;' >package/index.d.ts
echo 'export const a = 1;' >package/index.js
echo "module.exports = require('./index.js');" >package/index.cjs
code=0
npx attw --pack package --profile esm-only --no-emoji --format ascii >seen || code=$?
echo "@arethetypeswrong/cli 0.18.5"
grep '(from\|ignor' seen
echo "exit code $code"
test "$code" = 1
# No line tells of a problem that is not ignored.
! grep -E 'Masquerading|failed|resolved to' seen | grep -v ignored
