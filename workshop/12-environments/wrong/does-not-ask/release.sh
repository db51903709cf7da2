#!/usr/bin/env bash
# Releases both services: builds them, then brings them to where their users are (to production, unless TO says otherwise).
set -euo pipefail
export TO="${TO:-production}"

# Our servers are folders: what runs in production lies in .deployed/production.
deploy() {
  echo "--- 🚚 Deploying $1 to $TO"
  mkdir -p ".deployed/$TO"
  echo '*' >.deployed/.gitignore
  rm -rf ".deployed/$TO/$1"
  cp -R "apps/$1" ".deployed/$TO/$1"
}

make consumer publish provider

deploy user-service
make record-deploy-provider

deploy admin-service
make record-deploy-consumer

npx node visit.ts "$TO"
