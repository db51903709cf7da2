#!/usr/bin/env bash
# Plays the two pipelines: tests own/badge and publishes its contract, verifies the User Service, and asks about BadgePrinter.
set -euo pipefail
export PATH="$PWD/node_modules/.bin:$PATH"
here() { embedded-broker exec --db .pact-broker/pact-broker.sqlite -- "$@"; }

echo "--- 🔨 Running the contract test of BadgePrinter"
npm run --prefix own/badge pact:consumer

echo "--- 📝 Publishing the contract of BadgePrinter"
here npm run --prefix own/badge pact:publish
make provider
echo "--- ✅ May BadgePrinter be deployed?"
here npm run --prefix own/badge pact:can-i-deploy
node own/needs.mjs
