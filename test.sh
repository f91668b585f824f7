#!/usr/bin/env bash
# Runs the tests; all arguments go to pytest. The only set-up there is: it installs what the tests need.
set -euo pipefail

here="$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
source "$here/packaging/set-up.sh"
set_up

by_hand=""
mapfile -t missing < <(missing_packages "${test_packages[@]}")
if ((${#missing[@]})) && install_packages "${missing[@]}"; then
  missing=()
fi

cd "$here"
export PYTHONPATH="$here"
status=0
if (($#)); then
  "$venv/bin/python" -m pytest "$@" || status=$?
else
  # The window's tests wait more than they compute: beside the others they cost hardly any time.
  log="$(mktemp)"
  "$venv/bin/python" -m pytest -o cache_dir=.pytest_cache/window tests/ui tests/window >"$log" 2>&1 &
  window=$!
  "$venv/bin/python" -m pytest --ignore=tests/ui --ignore=tests/window || status=$?
  wait "$window" || status=$?
  cat "$log"
  rm -f "$log"
fi

if ((${#missing[@]})); then
  say "tests of the keyring and of windows could not run: ${missing[*]} missing. Run this, then test again:"
  printf '%s\n' "$by_hand" >&2
  ((status)) || status=2
fi
exit "$status"
