# Wijkkennis: everything these commands make lies in .venv and var.

PORT ?= 8000
ES_PORT ?= 9200
PG_PORT ?= 5433
LOGIN ?= redacteur
export ES_PORT PG_PORT
run dev: export WIJKKENNIS_BASE_URL = http://127.0.0.1:$(PORT)
dev: export WIJKKENNIS_DEBUG = 1

.DEFAULT_GOAL := help
# The steps build on each other in .venv and var, so `make -j` must not run two at once.
.NOTPARALLEL:
.PHONY: help run dev code test benchmark lint format lock elasticsearch elasticsearch-stop postgres \
	postgres-stop verapdf clean check-port install-run install-dev

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.* *## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{printf "  make %-20s %s\n", $$1, $$2}'

run: check-port install-run ## Start the site with demo content (PORT=8000)
	@sh deploy/static.sh
	@.venv/bin/python manage.py prepare
	@exec .venv/bin/gunicorn cms.wsgi --config deploy/gunicorn.py --bind 127.0.0.1:$(PORT)

dev: check-port install-dev ## Start the site for development: it reloads when a file changes (PORT=8000)
	@.venv/bin/python manage.py prepare
	@exec .venv/bin/python manage.py runserver 127.0.0.1:$(PORT)

code: ## Show the code that a demo login is asked for after its password (LOGIN=redacteur)
	@.venv/bin/python manage.py demo_code $(LOGIN)

test: install-dev ## Run the tests (ARGS="-k search"); with TEST_DATABASE_URL on PostgreSQL too
	@.venv/bin/pytest -n auto --maxprocesses 4 $(ARGS)
	@if [ -n "$$TEST_DATABASE_URL" ]; then \
		DATABASE_URL="$$TEST_DATABASE_URL" .venv/bin/pytest -n auto --maxprocesses 4 -m "not browser" $(ARGS); \
	fi

benchmark: install-dev ## Measure search beside others (ARGS="--documents 100000"); see benchmarks/README.md
	@.venv/bin/python -m benchmarks.everything $(ARGS)

lint: install-dev ## Check style, formatting and the layers of the imports
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports

format: install-dev ## Format the code
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

lock: ## Lock the dependencies again (ARGS=--upgrade for newer versions)
	@sh deploy/lock.sh $(ARGS)

elasticsearch: ## Start Elasticsearch for development and tests (ES_PORT=9200)
	@sh deploy/elasticsearch/start.sh

elasticsearch-stop: ## Stop Elasticsearch
	@sh deploy/elasticsearch/stop.sh

postgres: ## Start PostgreSQL for development and tests (PG_PORT=5433)
	@sh deploy/postgres/start.sh

postgres-stop: ## Stop PostgreSQL
	@sh deploy/postgres/stop.sh

verapdf: ## Fetch veraPDF, with which the tests check PDFs
	@sh deploy/verapdf/install.sh

clean: ## Stop the services and remove .venv and var
	@sh deploy/clean.sh

check-port:
	@sh deploy/check_port.sh $(PORT) PORT

install-run:
	@sh deploy/python.sh run
	@sh deploy/assets.sh

install-dev:
	@sh deploy/python.sh dev
	@sh deploy/assets.sh
