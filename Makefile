# The targets of the project; the steps of the workflow are in workflow.mk, which the workshop's playground has as well.

# Nx keeps the result of tests whose files did not change.
consumer-tests = nx run @pact-workshop/admin-service:$(1)
export NX_NO_CLOUD = true
export NX_DAEMON = false
CHECK_COURSE := npm run --silent check-course --workspace apps/workshop-guide --

include workflow.mk

# All steps of the workflow need the installed packages.
$(filter-out help,$(call targets-in,workflow.mk)): install

install: node_modules/.installed ## install what is needed (only when the lock file changed)

node_modules/.installed: package-lock.json
	@echo "Installing the packages, Node 24 included; your own Node only runs npm …"
	@npm ci --loglevel=error
	@touch $@

workshop: install ## start or continue the workshop: a page in your browser and a companion in this terminal (Ctrl-C ends both)
	@workshop open

demo: install ## play the whole workflow: contract, broker, verification, can-i-deploy, a breaking change refused
	@node --disable-warning=ExperimentalWarning apps/demo/src/main.ts

# Tests start brokers of their own. The broker of the shell, its credentials and versions are hidden from them.
test: install ## run all tests of all projects, and check the workshop
	@unset $${!PACT_BROKER_@} $${!VERSION_@} PUBLISH_RESULTS && \
		PACT_FILES="$$PWD/pacts" nx run-many --targets test,contract,verify --parallel 2 --output-style static
	@$(MAKE) --no-print-directory lessons

learner: install ## complete all lessons as a learner does, with the commands of the guide
	@node --disable-warning=ExperimentalWarning apps/workshop-guide/test/learner/main.ts

lessons: install ## check the workshop: every start, solution and text (LESSONS="1 3-5": only these)
ifdef LESSONS
	@$(CHECK_COURSE) $(LESSONS)
else
	@$(CHECK_COURSE) 1-10
	@$(CHECK_COURSE) 11-
endif

translations: install ## list and check the translations of the lessons (FOLLOW=3: reviewed; BEGIN=3 IN=es: write the files to translate)
	@npm run --silent translations --workspace apps/workshop-guide -- $(if $(FOLLOW),--follow "$(FOLLOW)") $(if $(BEGIN),--begin "$(BEGIN)") $(if $(IN),--language $(IN))

lint: install ## check style, imports and formatting
	@npm run --silent lint

typecheck: install ## check types
	@npm run --silent typecheck

format: install ## format everything
	@npm run --silent format

screenshots: screenshots-workshop ## take all pictures of the documentation; the broker is filled by the real tooling (needs Chromium)
	@npm run --silent screenshots --workspace tools/broker-tour

conformance: install ## compare the embedded broker with the official one, request by request; writes docs/broker-api.md and tables of docs/broker.md
	@npm run --silent start --workspace tools/conformance

conformance-random: install ## do the same at random to both brokers, and compare what they answer (HISTORIES=1000 LONG=3 EVERY=3 SEED=1)
	@npm run --silent random --workspace tools/conformance -- $(if $(HISTORIES),--histories $(HISTORIES)) $(if $(LONG),--long $(LONG)) $(if $(EVERY),--every $(EVERY)) $(if $(SEED),--seed $(SEED))

mutants: install ## put faults into a copy of the product, one at a time, and see whether a test notices (ONLY=matrix SAMPLE=25 AT=commit FRESH=1)
	@npm run --silent start --workspace tools/mutants -- $(if $(ONLY),--only $(ONLY)) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(AT),--at $(AT)) $(if $(FRESH),--fresh)

fixtures: install ## have other programs do once more what tests feed: verifiers, mock server, Ruby library (ONLY=ruby-contracts)
	@npm run --silent start --workspace tools/fixtures -- $(ONLY)

api-reference: install ## write the reference of the libraries' public API as HTML into dist-reference/
	@npm run --silent reference --workspace tools/api-reference

api-report: install ## write what the libraries' public API is (libs/*/*.api.md), after a change of it
	@npm run --silent report --workspace tools/api-reference

packages: install ## make the packages of the two libraries in dist-packages/, and check them
	@npm run --silent start --workspace tools/packages

packages-test: packages ## install the packages of dist-packages/ outside of this project and use them, on three Nodes, by npm and pnpm
	@npm run --silent outside --workspace tools/packages

executable: install ## make one executable of the broker for this platform, in dist-executable/
	@npm run --silent start --workspace tools/executable

executable-test: executable ## run the executable as on a machine without Node, and what the image holds (in a chroot, as root)
	@npm run --silent test:executable --workspace tools/executable
# Away from the project, whose packages it could load otherwise.
	@away=$$(mktemp -d) && trap 'rm -r "$$away"' EXIT && cp dist-executable/embedded-broker "$$away" && \
		EMBEDDED_BROKER_EXECUTABLE="$$away/embedded-broker" npm test --silent --workspace libs/embedded-broker -- \
		$$(cd libs/embedded-broker && grep -rl test/cli-process src)

broker-docker: ## run the official broker with PostgreSQL in Docker on port 9292
	@docker compose up

bench-broker: install ## measure the embedded broker, on a small history and on one ten times as long
	@node --disable-warning=ExperimentalWarning libs/embedded-broker/bench/main.ts

bench-ceiling: install ## measure which share of Express and SQLite alone the embedded broker reaches
	@node --disable-warning=ExperimentalWarning libs/embedded-broker/bench/ceiling/main.ts

bench-stalls: install ## measure how long a heartbeat waits at most while a heavy request runs (ONLY=publish ROUNDS=3 SIZE=500)
	@node --disable-warning=ExperimentalWarning libs/embedded-broker/bench/stalls/main.ts

bench-official: install ## measure how many times as fast as the official broker the embedded one answers, asked in turn
	@node --disable-warning=ExperimentalWarning tools/official-broker/src/exec.ts \
		node --disable-warning=ExperimentalWarning libs/embedded-broker/bench/official/main.ts

bench-pages: install ## measure the broker's pages with 500 integrations, 20 000 pacts and 100 000 results
	@node --disable-warning=ExperimentalWarning libs/embedded-broker/bench/pages.ts

bench-growth: install ## measure every request with 100 times the history, along one axis after another (AXES=, REQUESTS=)
	@node --disable-warning=ExperimentalWarning libs/embedded-broker/bench/growth/main.ts

bench-guide: install ## measure how long a learner waits from saving a file to the result
	@node --disable-warning=ExperimentalWarning apps/workshop-guide/bench/main.ts

bench-verification: install ## measure what verifyProvider takes beyond Pact's native verifier alone
	@node --disable-warning=ExperimentalWarning libs/pact-tooling/bench/main.ts >/dev/null

bench-commands: install ## measure the workflow's commands in turn with another checkout's, and beside the Rust command line (BEFORE=FOLDER RUNS=15)
	@BEFORE="$(BEFORE)" $(if $(RUNS),RUNS=$(RUNS)) node --disable-warning=ExperimentalWarning libs/pact-tooling/bench/commands.ts

bench: bench-broker bench-pages bench-guide bench-verification bench-ceiling ## run all measurements

screenshots-workshop: install ## take the pictures of docs/workshop.md (needs Chromium)
	@node --disable-warning=ExperimentalWarning apps/workshop-guide/test/screenshots.ts

bump: install ## raise the versions as the changesets say, and write the changelogs
	@changeset version
	@node --disable-warning=ExperimentalWarning tools/pipelines/src/release/write-version.ts
	@npm install --package-lock-only --ignore-scripts --loglevel=error

clean: ## remove the installed packages, caches and databases
	rm -rf node_modules .nx .pact-broker .demo
