# What one types while developing; `just` alone lists it.
_list:
    @just --list

# Install publist from this folder, with what tests and documentation need
setup:
    pip install -e ".[dev,docs,all]"

# Run the quick tests, or those that are named: just test tests/csl
test *paths:
    pytest -q -n auto {{ paths }}

# Look at style and types
lint:
    ruff check .
    mypy

# Write what is made in the documentation anew: tables, rules, the schema
made:
    python -m tools.reference
    python -m publist.rules > docs/reference/rules.md
    publist schema -o publist/publist.schema.json

# Serve the documentation
docs:
    mkdocs serve

# All that the continuous integration runs
ci:
    bash .ci/run
