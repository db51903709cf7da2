# Three services of a team: shop asks orders, and orders asks users. Each gets what "pact-tooling init" writes, and that runs.
set -euo pipefail
cd "$(dirname "$0")"
copy=$(mktemp -d "$PWD/run-XXXXXX")
trap 'rm -rf "$copy"' EXIT
cp -R shop orders users "$copy"
cd "$copy"
export PUBLISH_RESULTS=true VERSION_COMMIT=1 VERSION_BRANCH=main
sums() { find . -type f -not -path '*/pacts/*' -exec cksum {} + | sort; }

(cd shop && pact-tooling init --other orders --pipeline github && npm run pact:consumer && npm run pact:publish)
(cd orders && pact-tooling init --role consumer --other users && npm run pact:consumer && npm run pact:publish)
(cd orders && pact-tooling init --role provider && npm run pact:verify)
(cd users && pact-tooling init --pipeline gitlab && npm run pact:verify)
for service in shop orders users; do (cd "$service" && npm run pact:can-i-deploy); done

# The team's own tests need no broker.
(unset PACT_BROKER_BASE_URL && cd shop && npm test)
(unset PACT_BROKER_BASE_URL && cd orders && npm test)

# A second run changes nothing.
before=$(sums)
(cd shop && pact-tooling init --other orders --pipeline github)
test "$before" = "$(sums)"

# The verification notices a provider that changed.
sed 's#/users/:id#/people/:id#' users/src/app.js >changed && mv changed users/src/app.js
if (cd users && VERSION_COMMIT=2 npm run pact:verify); then exit 1; fi
if (cd users && VERSION_COMMIT=2 npm run pact:can-i-deploy); then exit 1; fi
