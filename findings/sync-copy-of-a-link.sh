#!/usr/bin/env bash
# fs.cpSync takes a link to a file for a folder where it is to follow the link; fs.promises.cp copies the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --silent node@24.21.0
echo text >real
ln -s real link
cat >run.cjs <<'JS'
const fs = require('node:fs');
const attempt = async (copy) => {
  try {
    await copy();
    return 'copied';
  } catch ({ code }) {
    return code;
  }
};
(async () => {
  const sync = await attempt(() => fs.cpSync('link', 'a', { dereference: true }));
  const promised = await attempt(() => fs.promises.cp('link', 'b', { dereference: true }));
  console.log(`${process.version}: cpSync: ${sync}; promises.cp: ${promised}`);
})();
JS
node_modules/.bin/node run.cjs | tee seen
diff seen - <<'TEXT'
v24.21.0: cpSync: ERR_FS_EISDIR; promises.cp: copied
TEXT
