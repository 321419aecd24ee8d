# Everything that is done with the project, one word each. `make` alone lists the words.
#
# The virtual environment makes itself: what runs the bot needs requirements.lock, what checks it needs
# requirements-dev.lock, and a stamp named after the lock's checksum tells whether it has been installed.

.DEFAULT_GOAL := help
.PHONY: help demo run test check lint format bench law lock requirements refusals screenshots clean
.DELETE_ON_ERROR:

PYTHON := .venv/bin/python
WORKERS ?= 2

RUNTIME := .venv/.runtime-$(shell cksum < requirements.lock | tr ' ' '-')
DEVELOPMENT := .venv/.development-$(shell cksum < requirements-dev.lock | tr ' ' '-')

help: ## list these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(RUNTIME) ## run the bot against the local Telegram; needs no token and no network
	$(PYTHON) -m app demo

run: $(RUNTIME) ## run the bot against Telegram (BOT_TOKEN) or another Bot API server (BOT_API_URL)
	$(PYTHON) -m bot run

test: lint ## check everything, then run all tests
	$(PYTHON) -m pytest -n $(WORKERS) --dist loadfile

check: lint ## style, types, walls and the quick tests of the house
	$(PYTHON) -m pytest tests/house -q

lint: $(DEVELOPMENT)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	PYTHONPATH=. .venv/bin/lint-imports --no-logo

format: $(DEVELOPMENT) ## lay the code out and mend what can be mended by itself
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench: $(DEVELOPMENT) ## measure; prints JSON lines {name, value, baseline, ratio}
	$(PYTHON) -m bench

law: $(DEVELOPMENT) ## write the table of holidays that core/law keeps
	$(PYTHON) -m tests.house.generate_holidays

lock: $(DEVELOPMENT) ## resolve pyproject.toml into the two locks (UPGRADE=--upgrade takes newer versions)
	$(PYTHON) -m uv pip compile $(LOCK_OPTIONS) --extra dev pyproject.toml --output-file requirements-dev.lock
	$(PYTHON) -m uv pip compile $(LOCK_OPTIONS) --constraint requirements-dev.lock pyproject.toml --output-file requirements.lock

# Hashes for every system and Python from 3.11 on, and no word about where the files come from (docs/decisions/0005).
LOCK_OPTIONS := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links $(UPGRADE)

requirements: $(DEVELOPMENT) ## write docs/requirements.md: which tests show which requirement
	$(PYTHON) -m tests.house.requirement_map

refusals: $(DEVELOPMENT) ## write docs/refusals.md: every refusal in both languages
	$(PYTHON) -m tests.bot.refusal_table

screenshots: $(DEVELOPMENT) ## take the README's pictures from the running demo
	$(PYTHON) -m tests.screenshots

clean: ## remove what `make` and the tools have made, but not what a bot keeps in var/
	rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the virtual environment -----------------------------------------------------------------------------------------

$(PYTHON):
	@for python in python3.13 python3.12 python3.11 python3; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "making .venv with $$($$python --version)"; exec $$python -m venv .venv; \
		fi; \
	done; \
	echo "Python 3.11 or newer is needed; found: $$(python3 --version 2>&1 || echo none)" >&2; exit 1

$(RUNTIME): | $(PYTHON)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@rm -f .venv/.runtime-*
	@touch $@

$(DEVELOPMENT): | $(PYTHON)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@rm -f .venv/.development-*
	@touch $@
