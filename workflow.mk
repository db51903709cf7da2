# The workflow from a contract to a deployment: targets that the project and the workshop's playground have in common.
# The Makefile that includes this file defines consumer-tests, the command that runs a test script of the consumer.
# It sets NO_BROKER_YET where the workflow ends with the verification of a pact file.

# Always bash: without this line, make on macOS runs simple commands without a shell and searches its own PATH for them.
SHELL := bash
# Commands are taken from node_modules/.bin, Node 24 included.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export PACT_DO_NOT_TRACK = true
export SCARF_ANALYTICS = false
# Node keeps what it compiled, of Jest, Nx and TypeScript as well; a new install begins anew.
export NODE_COMPILE_CACHE ?= $(CURDIR)/node_modules/.cache/node
# Requests to this machine do not go through a proxy.
COMMA := ,
export NO_PROXY := 127.0.0.1,localhost$(if $(NO_PROXY),$(COMMA)$(NO_PROXY))
export no_proxy := $(NO_PROXY)
# The secret for tokens of both services on a developer's machine.
export USER_SERVICE_JWT_SECRET ?= only-for-development-on-this-machine

CONSUMER := AdminService
PROVIDER := UserService
PACT := pacts/$(CONSUMER)-$(PROVIDER).json
DATABASE := .pact-broker/pact-broker.sqlite
WITH_BROKER := embedded-broker exec --db $(DATABASE) --
# A script of a service. Node starts it in no time; npm, which takes longer than many a script, also passes signals on.
script-of = sh -c 'cd apps/$(1) && exec node --run $(2)'
VERIFY := $(call script-of,user-service,verify)

.DEFAULT_GOAL := help
# The targets with a description in these files. None of them is a file.
targets-in = $(shell sed -n 's/^\([a-z-]*\):.*\#\# .*/\1/p' $(1))
.PHONY: $(call targets-in,$(MAKEFILE_LIST))

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-24s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run-provider: ## start the User Service on port 8080
	@npm run --silent --prefix apps/user-service start

run-consumer: ## start the Admin Service on port 3000
	@npm run --silent --prefix apps/admin-service start

unit: ## run the consumer's unit tests
	@echo "--- 🔨 Running Unit tests"
	@$(call consumer-tests,test)

consumer: ## run the consumer's contract tests, which write pacts/
	@echo "--- 🔨 Running Consumer Pact tests"
	@$(call consumer-tests,contract)
	@echo "Next: look at $(PACT)$(if $(NO_BROKER_YET),,$(COMMA) then \"make publish\")."

broker: ## run the embedded broker in the foreground on port 9292
	@embedded-broker start --db $(DATABASE)

publish: ## publish the pacts
	@echo "--- 📝 Publishing Pacts"
	@$(WITH_BROKER) pact-tooling publish pacts
	@echo "Next: \"make provider\" verifies the provider against them; while \"make broker\" runs, the links above open."

provider: ## verify the provider from the broker and publish the results (PACT_FILES=… verifies files instead)
	@echo "--- 🔎 Verifying the provider"
ifdef NO_BROKER_YET
	@$(VERIFY)
else ifdef PACT_FILES
	@PACT_ROOT="$$PWD" $(VERIFY)
	@echo "Next: \"make publish\", so that the broker can tell both sides what may be deployed."
else
	@PUBLISH_RESULTS=true $(WITH_BROKER) $(VERIFY)
	@echo "Next: \"make deploy-provider\" asks whether this version may be deployed, \"make deploy-consumer\" the same for the consumer."
endif

# The shell reads TO and PACT_FILES from its environment, so that no part of a value is run as a command.

deploy-consumer: ## ask whether the consumer may be deployed (TO=production: to that environment)
	@echo "--- ✅ Checking if the consumer can be deployed$${TO:+ to $$TO}"
	@$(WITH_BROKER) pact-tooling can-i-deploy --pacticipant $(CONSUMER) $${TO:+--to-environment "$$TO"}
	@echo "Next: \"make record-deploy-consumer\" once it is deployed."

deploy-provider: ## ask whether the provider may be deployed (TO=production: to that environment)
	@echo "--- ✅ Checking if the provider can be deployed$${TO:+ to $$TO}"
	@$(WITH_BROKER) pact-tooling can-i-deploy --pacticipant $(PROVIDER) $${TO:+--to-environment "$$TO"}
	@echo "Next: \"make record-deploy-provider\" once it is deployed."

record-deploy-consumer: ## record that the consumer was deployed (TO, production by default)
	@echo "--- 🚀 Recording the deployment of the consumer"
	@$(WITH_BROKER) pact-tooling record-deployment --pacticipant $(CONSUMER) --environment "$${TO:-production}"
	@echo "Next: \"make deploy-provider TO=$${TO:-production}\" now also looks at this consumer."

record-deploy-provider: ## record that the provider was deployed (TO, production by default)
	@echo "--- 🚀 Recording the deployment of the provider"
	@$(WITH_BROKER) pact-tooling record-deployment --pacticipant $(PROVIDER) --environment "$${TO:-production}"
	@echo "Next: \"make deploy-consumer TO=$${TO:-production}\" now also looks at this provider."
