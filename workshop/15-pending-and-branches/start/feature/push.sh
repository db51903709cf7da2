#!/usr/bin/env bash
# Plays a colleague of the consumer's team who pushes to the branch feature/email, and the pipeline that follows.
set -euo pipefail
export PATH="$PWD/node_modules/.bin:$PATH"

echo "--- 🌱 Applying feature/email.patch to a copy of the Admin Service in .feature/"
rm -rf .feature
mkdir .feature
echo '*' >.feature/.gitignore
cp -R apps/admin-service .feature/admin-service
git apply --directory=.feature feature/email.patch

echo "--- 🔨 Running Consumer Pact tests of the branch"
(cd .feature/admin-service && PACT_DIR=../pacts npm run --silent contract)

echo "--- 📝 Publishing the pact of the branch"
VERSION_BRANCH=feature/email VERSION_COMMIT="email-$(git hash-object .feature/pacts/*.json | cut -c1-10)" \
  embedded-broker exec --db .pact-broker/pact-broker.sqlite -- pact-tooling publish .feature/pacts

echo "--- 🪝 The webhook starts the build of the provider"
make provider
