#!/usr/bin/env bash
# node:sqlite before Node 22.20 takes "?1" for the name of a parameter: a value given by its place is refused.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >run.mjs <<'JS'
import { DatabaseSync } from 'node:sqlite';

const statement = new DatabaseSync(':memory:').prepare('SELECT ?1 AS first, ?2 AS second, ?1 AS again');
const ask = (...values) => {
  try {
    return JSON.stringify(statement.get(...values));
  } catch ({ message }) {
    return message;
  }
};
console.log(`${process.version}: by place: ${ask(1, 2)}; by name: ${ask({ '?1': 1, '?2': 2 })}`);
JS
for version in 22.18.0 22.20.0; do
  mkdir "$version"
  (cd "$version" && echo '{ "allowScripts": { "node": true } }' >package.json && npm install --silent "node@$version")
  "$version/node_modules/node/bin/node" --disable-warning=ExperimentalWarning run.mjs | tee -a seen
done
diff seen - <<'TEXT'
v22.18.0: by place: column index out of range; by name: {"first":1,"second":2,"again":1}
v22.20.0: by place: {"first":1,"second":2,"again":1}; by name: {"first":1,"second":2,"again":1}
TEXT
