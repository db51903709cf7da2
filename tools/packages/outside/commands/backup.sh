# The data of a broker, copied while it runs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
embedded-broker exec --port 0 --db "$folder/broker.sqlite" -- \
  embedded-broker backup --db "$folder/broker.sqlite" "$folder/copy.sqlite"
test -s "$folder/copy.sqlite"
