# What a team's pipeline runs, with a broker in PACT_BROKER_BASE_URL.
set -euo pipefail
cd "$(dirname "$0")"
node provider.mjs >provider.url &
trap 'kill $!; rm provider.url' EXIT
until [ -s provider.url ]; do kill -0 $!; done
provider=$(cat provider.url)

pact-tooling publish ../pacts --consumer-app-version 1 --branch main
pact-tooling verify --provider Users --provider-base-url "$provider" --provider-states-url "$provider/_states" \
  --provider-app-version 2 --branch main --publish
pact-tooling can-i-deploy --pacticipant Shop --version 1
pact-tooling create-environment --name live --production
pact-tooling record-deployment --pacticipant Shop --version 1 --environment live
pact-tooling can-i-deploy --pacticipant Users --version 2 --to-environment live
