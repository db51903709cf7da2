COMMA := ,
# Every target is listed by `make`. The tools come from node_modules/.bin, Node 24 among them.
# Whatever the shell, the same one: without this line macOS's make starts plain commands by itself, with a PATH of its own.
SHELL := bash
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export PACT_DO_NOT_TRACK = true
export SCARF_ANALYTICS = false
export NX_NO_CLOUD = true
export NX_DAEMON = false
# What runs on this machine is reached without a proxy.
export NO_PROXY := 127.0.0.1,localhost$(if $(NO_PROXY),$(COMMA)$(NO_PROXY))
export no_proxy := $(NO_PROXY)
# What both services sign and check tokens with when they run on a developer's machine.
export USER_SERVICE_JWT_SECRET ?= only-for-development-on-this-machine

CONSUMER := AdminService
PROVIDER := UserService
DATABASE := .pact-broker/pact-broker.sqlite
WITH_BROKER := embedded-broker exec --db $(DATABASE) --
CHECK_COURSE := npm run --silent check-course --workspace apps/workshop-guide --
JEST_VERIFY := npm run --silent verify --workspace apps/user-service

.DEFAULT_GOAL := help
# Every target with a description; none of them is a file.
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*\#\# .*/\1/p' $(firstword $(MAKEFILE_LIST)))

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-24s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: node_modules/.installed ## install what is needed (only when the lock file changed)

node_modules/.installed: package-lock.json
	@echo "Installing (Node 24 comes along; your own Node only starts this) …"
	@npm ci --loglevel=error
	@touch $@

workshop: install ## start the workshop, or go on: a page in your browser and a companion in this terminal (Ctrl-C ends both)
	@workshop open

demo: install ## play the whole workflow: contract, broker, verification, can-i-deploy, a breaking change refused
	@node --disable-warning=ExperimentalWarning apps/demo/src/main.ts

test: install ## run all tests of all projects, and check the workshop
	@PACT_FILES='$(CURDIR)/pacts' nx run-many --targets test,contract,verify --parallel 2 --output-style static
	@$(MAKE) --no-print-directory lessons

learner: install ## go through all lessons as a learner does, by the commands of the guide
	@node --disable-warning=ExperimentalWarning apps/workshop-guide/test/learner/main.ts

lessons: install ## check the workshop: every start, solution and text (LESSONS="1 3-5": only these)
ifdef LESSONS
	@$(CHECK_COURSE) $(LESSONS)
else
	@$(CHECK_COURSE) 1-10
	@$(CHECK_COURSE) 11-
endif

lint: install ## check style, imports and formatting
	@npm run --silent lint

typecheck: install ## check types
	@npm run --silent typecheck

format: install ## format everything
	@npm run --silent format

run-provider: install ## start the User Service on port 8080
	@npm run --silent start --workspace apps/user-service

run-consumer: install ## start the Admin Service on port 3000
	@npm run --silent start --workspace apps/admin-service

unit: install ## run the consumer's unit tests
	@echo "--- 🔨 Running Unit tests"
	@nx run @pact-workshop/admin-service:test

consumer: install ## run the consumer's contract tests, which write pacts/
	@echo "--- 🔨 Running Consumer Pact tests"
	@nx run @pact-workshop/admin-service:contract
	@echo "Next: look at pacts/$(CONSUMER)-$(PROVIDER).json, then \"make publish\"."

screenshots: screenshots-workshop ## take all pictures of the documentation; the broker is filled by the real tooling (needs Chromium)
	@npm run --silent screenshots --workspace apps/broker-tour

conformance: install ## compare the embedded broker with the official one, request by request; writes docs/broker-api.md
	@npm run --silent start --workspace apps/conformance

mutants: install ## put faults into a copy of the product, one at a time, and see whether a test notices (ONLY=matrix SAMPLE=25 AT=commit FRESH=1)
	@npm run --silent start --workspace tools/mutants -- $(if $(ONLY),--only $(ONLY)) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(AT),--at $(AT)) $(if $(FRESH),--fresh)

fixtures: install ## have other programs do once more what tests feed: verifiers, mock server, Ruby library (ONLY=ruby-contracts)
	@npm run --silent start --workspace tools/fixtures -- $(ONLY)

broker: install ## run the embedded broker in the foreground on port 9292
	@embedded-broker start --db $(DATABASE)

broker-docker: ## run the official broker with PostgreSQL in Docker on port 9292
	@docker compose up

publish: install ## publish the pacts
	@echo "--- 📝 Publishing Pacts"
	@$(WITH_BROKER) pact-tooling publish pacts
	@echo "Next: \"make provider\" verifies the provider against them; while \"make broker\" runs, the links above open."

provider: install ## verify the provider from the broker and publish the results (PACT_FILES=… verifies files instead)
	@echo "--- 🔎 Verifying the provider"
ifdef PACT_FILES
	@PACT_ROOT="$(CURDIR)" PACT_FILES="$(PACT_FILES)" $(JEST_VERIFY)
	@echo "Next: \"make publish\", so that the broker can tell both sides what may be deployed."
else
	@PUBLISH_RESULTS=true $(WITH_BROKER) $(JEST_VERIFY)
	@echo "Next: \"make deploy-provider\" asks whether this version may be deployed, \"make deploy-consumer\" the same for the consumer."
endif

deploy-consumer: install ## ask whether the consumer may be deployed (TO=production: to that environment)
	@echo "--- ✅ Checking if the consumer can be deployed$(if $(TO), to $(TO))"
	@$(WITH_BROKER) pact-tooling can-i-deploy --pacticipant $(CONSUMER) $(if $(TO),--to-environment "$(TO)")
	@echo "Next: \"make record-deploy-consumer\" once it is deployed."

deploy-provider: install ## ask whether the provider may be deployed (TO=production: to that environment)
	@echo "--- ✅ Checking if the provider can be deployed$(if $(TO), to $(TO))"
	@$(WITH_BROKER) pact-tooling can-i-deploy --pacticipant $(PROVIDER) $(if $(TO),--to-environment "$(TO)")
	@echo "Next: \"make record-deploy-provider\" once it is deployed."

record-deploy-consumer: install ## record that the consumer was deployed (TO, production by default)
	@echo "--- 🚀 Recording the deployment of the consumer"
	@$(WITH_BROKER) pact-tooling record-deployment --pacticipant $(CONSUMER) --environment "$(or $(TO),production)"
	@echo "Next: \"make deploy-provider TO=$(or $(TO),production)\" now also looks at this consumer."

record-deploy-provider: install ## record that the provider was deployed (TO, production by default)
	@echo "--- 🚀 Recording the deployment of the provider"
	@$(WITH_BROKER) pact-tooling record-deployment --pacticipant $(PROVIDER) --environment "$(or $(TO),production)"
	@echo "Next: \"make deploy-consumer TO=$(or $(TO),production)\" now also looks at this provider."

bench-broker: install ## measure the embedded broker, on a small history and on one ten times as long
	@node --disable-warning=ExperimentalWarning libs/embedded-broker/bench/main.ts

bench-pages: install ## measure the broker's pages with 500 integrations, 20 000 pacts and 100 000 results
	@node --disable-warning=ExperimentalWarning libs/embedded-broker/bench/pages.ts

bench-guide: install ## measure how long a learner waits from saving a file to the result
	@node --disable-warning=ExperimentalWarning apps/workshop-guide/bench/main.ts

bench-verification: install ## measure what verifyProvider takes beyond Pact's native verifier alone
	@node --disable-warning=ExperimentalWarning libs/pact-tooling/bench/main.ts >/dev/null

bench: bench-broker bench-pages bench-guide bench-verification ## run all measurements

screenshots-workshop: install ## take the pictures of docs/workshop.md (needs Chromium)
	@node --disable-warning=ExperimentalWarning apps/workshop-guide/test/screenshots.ts

clean: ## remove everything that the targets above made
	rm -rf node_modules .nx .pact-broker .demo
