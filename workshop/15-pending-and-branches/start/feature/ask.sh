#!/usr/bin/env bash
# Asks, for the colleague on feature/email, whether that version of the Admin Service may go to production.
set -euo pipefail
VERSION_COMMIT="email-$(git hash-object .feature/pacts/*.json | cut -c1-10)" make deploy-consumer TO=production
