#!/usr/bin/env bash
# rewriteRelativeImportExtensions rewrites the imports of the code to ".js", and leaves those of the declarations at ".ts".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module" }' >package.json
npm install --silent typescript@6.0.3
mkdir src
echo "export interface Part { readonly name: string }" >src/part.ts
printf '%s\n' "import type { Part } from './part.ts';" "export { other } from './other.ts';" \
  "export const part = (): Part => ({ name: 'x' });" >src/index.ts
echo "export const other = 1;" >src/other.ts
npx tsc --module nodenext --target es2022 --declaration --rewriteRelativeImportExtensions \
  --rootDir src --outDir dist src/index.ts
echo "typescript $(npx tsc --version)"
grep -Hn "from" dist/index.js dist/index.d.ts | tee seen
diff seen - <<'TEXT'
dist/index.js:1:export { other } from "./other.js";
dist/index.d.ts:1:import type { Part } from './part.ts';
dist/index.d.ts:2:export { other } from './other.ts';
TEXT
