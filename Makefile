# make graph    build the seed articles into exports/
# make test     run every check
# make check    the same, with branch coverage
# make lint     the checks that need no run of the program
# make scoreboard   score the builds of articles that have gold, into docs/scoreboard.md
# make clean    remove what these made (exports/ stays)

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	if $$p -c '$(SUPPORTED)' 2>/dev/null; then echo $$p; break; fi; done)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo -n)

.PHONY: graph test check lint scoreboard clean browser

graph: $(READY)
	$(BIN)/kg build seeds/articles --out exports
	$(BIN)/python -m tests.tools.checksums exports

test: lint browser
	$(BIN)/pytest -n 2 $(PYTEST_ARGS)

check:
	$(MAKE) test PYTEST_ARGS="--cov --cov-report=term-missing:skip-covered $(PYTEST_ARGS)"

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Articles outside of the repository are measured where ACTORGRAPH_EVALUATION names their folder.
scoreboard: $(READY)
	$(BIN)/python benchmarks/scoreboard.py

# The pages are opened in a browser, the RDF is read by Raptor as well, and stores of other makers are written to. Without these,
# and without a way to get them, those tests say that they were left out. What is needed is a command or a file, and its package.
TOOLS := chromium:chromium rapper:raptor2-utils virtuoso-t:virtuoso-opensource-7-bin javac:default-jdk-headless \
	/usr/share/java/jena-tdb2.jar:libapache-jena-java

browser:
	@for pair in $(TOOLS); do \
		if ! command -v "$${pair%%:*}" >/dev/null && ! test -e "$${pair%%:*}" && \
				command -v apt-get >/dev/null && $(SUDO) true 2>/dev/null; then \
			$(SUDO) apt-get update -qq && \
			$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$${pair##*:}"; \
		fi; \
	done

$(READY): constraints.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed: name one with PYTHON=..." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf $(VENV) build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
