#!/usr/bin/env bash
# Releases the Mail Service, and the User Service before it, whose messages it receives.
set -euo pipefail
export PATH="$PWD/node_modules/.bin:$PATH" TO="${TO:-production}"
broker() { embedded-broker exec --db .pact-broker/pact-broker.sqlite -- pact-tooling "$@"; }

echo "--- 🔨 Running the contract tests of both consumers"
make consumer
npm run --silent contract --prefix apps/mail-service
make publish provider

make deploy-provider
echo "--- 🚚 Here goes what brings apps/user-service to $TO"
make record-deploy-provider

echo "--- ✅ Checking if the Mail Service can be deployed to $TO"
broker can-i-deploy --pacticipant MailService --to-environment "$TO"
echo "--- 🚚 Here goes what brings apps/mail-service to $TO"
broker record-deployment --pacticipant MailService --environment "$TO"
