# The two commands of the README are `make site` and `make test`; `make help` lists the rest.

SWIFT_SOURCES = Package.swift Sources Tests Benchmarks
WASM = .build/wasm/checker.wasm
# Requests that the program and the module must answer alike: check-… and grade-….
WASM_REQUESTS = $(sort $(wildcard Tests/Wasm/check-* Tests/Wasm/grade-*))

# No parallel steps: they would wait for SwiftPM's lock, and their output would mix.
.NOTPARALLEL:
.PHONY: help site test conformance robustness bench wasm wasm-smoke check check-site format format-lint catalogue clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: ## builds the course into site/, after installing what this machine lacks
	scripts/set-up.sh site
	swift build -c release --product drydock
	.build/release/drydock build

test: ## runs all tests, also those of the WebAssembly module, after installing what this machine lacks
	scripts/set-up.sh test
	swift test --disable-xctest
	$(MAKE) --no-print-directory conformance
	$(MAKE) --no-print-directory wasm-smoke

# The rates that were reached stand in Tests/Conformance and may only rise.
conformance: ## compares verdicts with those recorded of a real API server, where DRYDOCK_SHARED says they are
	@if [ -n "$$DRYDOCK_SHARED" ]; then \
	  swift build -c release --product conformance && \
	  .build/release/conformance apiserver "$$DRYDOCK_SHARED"/conformance/apiserver-1.36/real.jsonl \
	    "$$DRYDOCK_SHARED"/conformance/apiserver-1.36/mutants.jsonl --ratchet Tests/Conformance/apiserver.ratchet && \
	  .build/release/conformance cel "$$DRYDOCK_SHARED"/conformance/cel/*.jsonl --ratchet Tests/Conformance/cel.ratchet && \
	  $(MAKE) --no-print-directory robustness; \
	else echo "conformance: skipped, because DRYDOCK_SHARED names no folder with recorded verdicts"; fi

# The texts that are cut and spoiled are those of the recorded cases, and the pages of the samples and of our course.
robustness: ## gives the engine texts cut anywhere, spoiled texts and texts that grow, where DRYDOCK_SHARED has some
	@if [ -n "$$DRYDOCK_SHARED" ]; then \
	  swift build -c release --product conformance && \
	  .build/release/conformance robustness "$$DRYDOCK_SHARED"/conformance/apiserver-1.36/real.jsonl \
	    --pages content --pages "$$DRYDOCK_SHARED"/samples; \
	else echo "robustness: skipped, because DRYDOCK_SHARED names no folder with recorded cases"; fi

# The manifests of recorded cases, where DRYDOCK_SHARED says they are, or our own; give others as BENCH_PATHS=…
BENCH_PATHS = $(if $(DRYDOCK_SHARED),$(addprefix $(DRYDOCK_SHARED)/conformance/apiserver-1.36/,real.jsonl mutants.jsonl),content/examples)

bench: ## measures the engine against a bare parse of the same bytes
	scripts/set-up.sh site
	swift build -c release --product bench
	.build/release/bench $(BENCH_PATHS)

wasm: ## builds the checker for the page: .build/wasm/checker.wasm
	scripts/set-up.sh test
	scripts/build-wasm.sh

# Needs the native program, which `swift test` or `swift build` made.
wasm-smoke: wasm
	swift build --product CheckerWasm
	node scripts/wasm-smoke.js $(WASM) .build/debug/CheckerWasm $(WASM_REQUESTS)

check: ## what CI checks, but the built site: format, no warnings, tests, WebAssembly
	$(MAKE) --no-print-directory format-lint
	scripts/test-set-up.sh
	CI=true $(MAKE) --no-print-directory test

check-site: ## looks for broken links and requests to elsewhere in the built site
	node scripts/check-site.js site

format: ## formats the Swift sources
	swift format -i -r $(SWIFT_SOURCES)

format-lint:
	swift format lint --strict -r $(SWIFT_SOURCES)

catalogue: ## compiles the catalogue of Kubernetes schemas anew, from the network
	scripts/set-up.sh catalogue
	scripts/catalogue.sh

clean: ## removes what was built; what was downloaded stays
	swift package clean
	rm -rf .build/wasm .build/wasm-build
	find site -mindepth 1 ! -name .gitkeep -delete
