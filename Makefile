# make run: the demonstration on http://127.0.0.1:8000.   make test: every test on SQLite and on PostgreSQL.
PYTHON ?= python3
PORT ?= 8000
UV ?= $(shell command -v uv || echo .venv/bin/uv)
BIN = .venv/bin
# Tests are shared by as many workers as there are cores, four at most; the order stays, so that browser tests come last.
WORKERS ?= auto
SHARED = --numprocesses $(WORKERS) --maxprocesses 4 --dist loadgroup --no-loadscope-reorder
CHROMIUM = $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.PHONY: run test check race bench screenshots browser lock clean install

run: install
	@EMHANA_DEMONSTRATION=1 EMHANA_DEMONSTRATION_DAY=1 EMHANA_SITE=$${EMHANA_SITE:-http://127.0.0.1:$(PORT)} exec $(BIN)/emhana serve --port $(PORT)

install:
	@PYTHON=$(PYTHON) sh .ci/install

test: install
	@$(if $(CHROMIUM),,echo "No Chromium: the browser tests are skipped. Add it with: make browser";) $(BIN)/python -m pytest $(SHARED) $(TESTS)

check: install
	$(BIN)/ruff check .
	$(BIN)/mypy

# The herds of bookings at their full size: some minutes more than the tests' own.
race: install
	$(BIN)/python -m pytest tests/race -m race --full -s

bench: install
	$(BIN)/python -m pytest tests/bench --override-ini addopts=

# The pictures of the README, of a demonstration that is made for them.
screenshots: install
	$(BIN)/python -m tests.browser.screenshots

browser:
	@$(if $(CHROMIUM),echo "Chromium is here: $(CHROMIUM)",$(if $(filter 0,$(shell id -u)),,sudo) apt-get install -y --no-install-recommends chromium fonts-dejavu-core)

# What builds the project itself is pinned beside what it runs on: it is installed without build isolation.
lock:
	@test -x "$$(command -v $(UV))" || { echo "uv is missing: $(BIN)/pip install uv"; exit 1; }
	printf 'hatchling==1.33.0\neditables==0.6\n' | $(UV) pip compile --quiet --universal --generate-hashes --extra test \
		--custom-compile-command "make lock" -o requirements.lock pyproject.toml -

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache test-output
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
