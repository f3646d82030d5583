#!/bin/sh
# Style, types, import direction and sizes; stops at the first that fails.
set -eu
bin=${BIN:-.venv/bin}
"$bin/ruff" check .
"$bin/ruff" format --check .
"$bin/mypy"
"$bin/lint-imports"
"$bin/python" tools/sizes.py
