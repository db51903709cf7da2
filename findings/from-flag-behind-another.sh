#!/usr/bin/env bash
# dockerfile-ast finds the stage of "COPY --from=build --chown=…" only where --from is the only flag.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --no-save --silent dockerfile-ast@0.7.1
cat >run.cjs <<'JS'
const { DockerfileParser } = require('dockerfile-ast');
const stageOf = (flags) => {
  const copy = DockerfileParser.parse(`FROM a AS build\nFROM b\nCOPY ${flags} /x /y\n`).getCOPYs()[0];
  return `${flags}: getFromFlag() ${copy.getFromFlag()?.getValue() ?? 'nothing'}, getFlags() ${copy.getFlags().map(String).join(' ')}`;
};
console.log('dockerfile-ast', require('dockerfile-ast/package.json').version);
for (const flags of ['--from=build', '--from=build --chown=1:2', '--chown=1:2 --from=build']) console.log(stageOf(flags));
JS
node run.cjs | tee seen
diff seen - <<'TEXT'
dockerfile-ast 0.7.1
--from=build: getFromFlag() build, getFlags() --from=build
--from=build --chown=1:2: getFromFlag() nothing, getFlags() --from=build --chown=1:2
--chown=1:2 --from=build: getFromFlag() nothing, getFlags() --chown=1:2 --from=build
TEXT
