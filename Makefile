# Zwaan. `make help` lists what can be done; `make run` is all that a newcomer needs.

PYTHON ?= python3.11
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
PY := .venv/bin/python
export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 3
export PYTHONWARNINGS := ignore
unexport PYTHONDONTWRITEBYTECODE # what was compiled once is kept: everything starts twice as fast
export ZWAAN_ACTIONS_URL ?= http://127.0.0.1:5055

LEARNT := domain.yml config.yml $(wildcard data/nlu/*.yml data/rules/*.yml) \
          $(wildcard data/safety/told/*.tsv) bot/engine/danger_sense.py \
          bot/engine/reader.py bot/engine/classifier.py

QUICK := tests/core tests/services tests/content tests/voice tests/test_settings.py

.DEFAULT_GOAL := help
.PHONY: help install train run chat check types quick test whole telegram faults bench pictures lock clean

help: ## what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

run: models/zwaan.tar.gz ## start Zwaan, and talk with it in a browser
	@$(PY) -m bot run

chat: .venv/done ## talk with a running Zwaan in this terminal
	@$(PY) -m bot chat

install: .venv/done ## fetch everything that Zwaan needs into .venv

train: models/zwaan.tar.gz ## build the language pipeline and train the engine, if its data changed

check: .venv/done ## format, types, imports, content and the quick tests: no engine, no training
	@.venv/bin/ruff format --check --quiet . && .venv/bin/ruff check --quiet .
	@$(MAKE) --no-print-directory -j2 -O types quick

types: .venv/done
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/lint-imports --no-cache > var/imports.log || { cat var/imports.log; exit 1; }
	@$(PY) -m bot check

quick: .venv/done
	@$(PY) -m pytest -n 2 --dist loadfile $(QUICK)

test: check models/zwaan.tar.gz ## all checks and all tests
	@$(MAKE) --no-print-directory -j2 -O whole telegram

whole: models/zwaan.tar.gz
	@$(PY) -m pytest tests --ignore tests/faults --ignore tests/telegram $(QUICK:%=--ignore %)

telegram: models/zwaan.tar.gz # mostly waits, as Telegram asks: beside the others
	@$(PY) -m pytest tests/telegram

faults: models/zwaan.tar.gz ## kill the processes at every arrow of a message's way (many minutes)
	@$(PY) -m pytest tests/faults
	@ZWAAN_FUZZ=10000 $(PY) -m pytest tests/telegram/test_webhook.py

bench: models/zwaan.tar.gz ## measure Zwaan beside the usual way of building it (an hour)
	@$(PY) -m benchmarks.run

pictures: models/zwaan.tar.gz ## make the pictures in the README anew
	@$(PY) -m docs.make_pictures

lock: .venv/done ## write requirements.lock anew from pyproject.toml
	$(UV) pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --quiet -o requirements.lock

clean: ## take away what was made; the case record under var/ stays
	rm -rf .venv .uv models

.venv/done: requirements.lock
	@test -x "$(UV)" || { echo "Fetching uv into .uv …"; $(PYTHON) -m venv .uv && .uv/bin/pip install -q uv; }
	@echo "Fetching what Zwaan needs into .venv (1.5 GB) …"
	@test -d .venv || $(UV) venv -q --python $(PYTHON) .venv
	@$(UV) pip sync -q --python $(PY) requirements.lock
	@mkdir -p var && touch $@

models/language/config.cfg: .venv/done data/method/roles.yml bot/language/pipeline.py bot/language/lookups.py
	@echo "Building the language pipeline and the lists of names …"
	@$(PY) -m bot language

models/zwaan.tar.gz: models/language/config.cfg $(LEARNT)
	@echo "Training the engine (a minute or two; var/train.log) …"
	@.venv/bin/rasa train --fixed-model-name zwaan > var/train.log 2>&1 || { tail -20 var/train.log; exit 1; }
