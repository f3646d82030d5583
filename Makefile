# Two commands for a new user: `make demo` and `make test`. Everything else is for those who build Sayso.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
DEV    := $(VENV)/.installed-dev
export SAYSO_DATA ?= $(CURDIR)/var

.PHONY: demo test setup lint quality bench clean help

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/  -/'

demo: $(STAMP) ## read the bundled example collection and open the desk
	@$(BIN)/sayso demo

test: $(DEV) ## set up and run every check and test
	@sh tools/test.sh

setup: $(DEV) ## only set up the environment

lint: $(DEV) ## style, types, import direction, sizes
	@sh tools/lint.sh

quality: $(DEV) ## predict and score every dev set (needs ../shared)
	@$(BIN)/python -m quality

bench: $(DEV) ## speed beside trafilatura and beside the bare encoder (needs ../shared)
	@$(BIN)/python -m quality.bench_read
	@$(BIN)/python -m quality.bench_articles

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sayso needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml | $(BIN)/python
	@echo "Installing Sayso and its libraries into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV): pyproject.toml | $(BIN)/python
	@echo "Installing Sayso, its libraries and what the tests need into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[postgres,dev]'
	@touch $(STAMP) $@

clean: ## forget the environment and the demo's ledger
	rm -rf $(VENV) var build *.egg-info src/*.egg-info
