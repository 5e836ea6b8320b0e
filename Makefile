# Every target works on a fresh clone with Node >= 20.19, npm, make and git: what is missing is installed and built first.
# `make demo` and `make test` are the two to know.

NODE ?= node
# Simulation: number of seeds, and the first one.
SEEDS ?= 5000
SEED ?= 1
# Seconds of the long form of the crash test.
CRASH_SECONDS ?= 300
# Size of the large log of the benchmarks that have one.
GIB ?= 2
# States of the exhaustive search.
STATES ?= 5000000
# The one crash state to try again.
STATE ?=

export PATH := $(CURDIR)/node_modules/.bin:$(PATH)

INSTALLED := node_modules/.installed

.PHONY: build demo dev test sim shrink model bank crash crash-states exhaustive bit-sweep power-cuts chaos soak replacement bench bench-log bench-storage coverage proto verify fix clean

build: $(INSTALLED)
	@tsc -b
	@$(NODE) deploy/bundle.mjs

# Install scripts of dependencies are not needed: every binary that we use is inside its package.
$(INSTALLED): package.json package-lock.json client-sdk/package.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

# Three nodes, killed while payment clients move money; ends with VERDICT PASS or VERDICT FAIL.
demo: build
	@$(NODE) build/bin/ledgerline.js demo

# Three nodes on this machine until Ctrl-C.
dev: build
	@$(NODE) build/bin/ledgerline.js dev

# Everything that can be checked in ten minutes on two cores. Of `make verify` it does each part once, too: the house rules and what takes every branch are among the tests.
test: build
	@biome check --error-on-warnings .
	@rm -rf build/coverage
	@LEDGERLINE_COVERAGE=$(CURDIR)/build/coverage $(NODE) build/test/run-all.js
	@$(NODE) build/test/branch-coverage.js build/coverage

# Fresh seeds of the deterministic simulator: make sim SEEDS=5000 SEED=1
sim: build
	@$(NODE) build/test/sim/main.js --seeds $(SEEDS) --first $(SEED)

# A failing seed becomes a short script in test/sim/scripts, which its suite runs from then on: make shrink SEED=4711, with a bug of the bank planted: BUG=vote-not-synced.
shrink: build
	@$(NODE) build/test/sim/main.js --shrink $(SEED) $(if $(BUG),--bug $(BUG)) $(if $(BEYOND),--beyond)

# Traces of simulated histories replayed against the naive model: make model SEEDS=200 SEED=1. The traces of a real cluster: make model FILES='n1.ndjson n2.ndjson n3.ndjson'.
# Every planted bug that the model must catch: make model BUGS=1.
model: build
	@$(NODE) build/test/model/main.js $(if $(FILES),$(FILES),$(if $(BUGS),--bugs,--seeds $(if $(filter file,$(origin SEEDS)),200,$(SEEDS)) --first $(SEED)))

# The bug bank in full: every planted bug must be found again; records the seeds that find them.
bank: build
	@$(NODE) build/test/bank/main.js

# Real processes under kill -9: make crash CRASH_SECONDS=300.
crash: build
	@LEDGERLINE_CRASH_SECONDS=$(CRASH_SECONDS) $(NODE) build/test/run-all.js crash

# Everything that a crash may leave of the log: make crash-states N=1000000 SEED=1, or make crash-states STATE='rotation 17:core:3'. SMALL=1: with limits so small that all are reached.
crash-states: build
	@$(NODE) $(if $(SMALL),--import ./build/test/sim/small-limits.js) build/test/crash-states/main.js --states $(or $(N),1000000) --first $(SEED) --state '$(STATE)'

# Everything that can happen in small worlds of the real core: make exhaustive STATES=5000000
exhaustive: build
	@$(NODE) --max-old-space-size=16384 build/test/exhaustive/main.js --states $(STATES)

# Every bit of a 64 KiB log and of the files beside it, flipped one at a time.
bit-sweep: build
	@LEDGERLINE_SWEEP_KIB=64 $(NODE) --test build/test/crash-states/bit-sweep.test.js

# Real processes killed during snapshots, compaction, installation and repair: make chaos ROUNDS=100
chaos: build
	@LEDGERLINE_CHAOS_ROUNDS=$(or $(ROUNDS),100) $(NODE) --test build/test/chaos/kill-moments.test.js

# Real processes with retention by snapshot, killed and left behind for long: make soak SOAK_SECONDS=3600
soak: build
	@LEDGERLINE_SOAK_SECONDS=$(or $(SOAK_SECONDS),3600) $(NODE) --test build/test/e2e/retention.test.js

# All nodes of a cluster of five are replaced, again and again, under load and kill -9: make replacement SECONDS=600 SEED=1
replacement: build
	@LEDGERLINE_REPLACEMENT_SECONDS=$(or $(SECONDS),600) LEDGERLINE_REPLACEMENT_SEED=$(SEED) $(NODE) --test build/test/e2e/rolling-replacement.test.js

# Real file systems (ext4, xfs on loop devices) whose power is cut, and calls that fail; needs root: make power-cuts N=200 SEED=1
power-cuts: build
	@LEDGERLINE_POWER_CUTS=$(or $(N),200) LEDGERLINE_POWER_CUT_SEED=$(SEED) $(NODE) --test --test-concurrency=1 build/test/real-disk/power-cut.test.js build/test/real-disk/injected-errors.test.js build/test/real-disk/node.test.js

bench: build
	@$(NODE) build/test/bench/main.js

# The log engine alone: make bench-log GIB=2.
bench-log: build
	@$(NODE) --expose-gc build/test/bench/log.js $(GIB)

# Restart, snapshots under load, memory and named keys of running nodes, beside the goals: make bench-storage ONLY=memory GIB=20
# ONLY is a list of restart, restart-all, snapshot, memory, keys.
bench-storage: build
	@$(NODE) build/test/bench/storage.js --gib $(GIB) $(if $(ONLY),--only $(ONLY))

# Every branch of the code that reads frames and recovers a log is taken by its unit tests: part of make verify.
coverage: build
	@$(NODE) build/test/branch-coverage.js

# Generates the protobuf code from the .proto files; the result is committed.
proto: $(INSTALLED)
	sh client-sdk/proto.sh
	sh rpc/proto.sh

# Formatting, lint, types, house rules, generated code, branch coverage of recovery and frames. Changes no file of the repository.
verify: build
	@biome check --error-on-warnings .
	@$(NODE) build/test/run-all.js tidy
	@$(NODE) build/test/branch-coverage.js

fix: $(INSTALLED)
	biome check --write .

clean:
	rm -rf build client-sdk/dist
