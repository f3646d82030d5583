#!/bin/sh
# The whole test command: `make test` and CI run exactly this. Installs a browser and PostgreSQL when it may.
set -eu
bin=${BIN:-.venv/bin}
# Style and types are checked beside the tests and told at the end.
told=$(mktemp)
trap 'rm -f "$told"' EXIT
sh tools/lint.sh >"$told" 2>&1 &
lint=$!
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  want=""
  command -v chromium >/dev/null 2>&1 || want="$want chromium"
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || want="$want postgresql"
  if [ -n "$want" ]; then
    echo "Installing$want for the browser and database tests ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $want; } >/dev/null 2>&1 || echo "could not install$want: those tests are skipped"
  fi
fi
# Compiled modules are kept even where the machine says otherwise: the tests start a hundred processes that load them.
export PYTHONDONTWRITEBYTECODE=
# Three processes on two cores: some tests wait for a clock or for a dead host.
failed=0
"$bin/python" -m pytest -n "${SAYSO_TEST_PROCESSES:-3}" --dist loadfile --no-loadscope-reorder "$@" || failed=$?
wait "$lint" || failed=$?
cat "$told"
exit "$failed"
