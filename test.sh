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
# Tests start the program some hundred times: what the first start compiles is there for the others.
unset PYTHONDONTWRITEBYTECODE
status=0
if (($#)); then
  "$venv/bin/python" -m pytest "$@" || status=$?
else
  # Most tests wait more than they compute: side by side they cost hardly any time.
  apart=(tests/ui tests/window tests/cli tests/journeys tests/access tests/benchmarks)
  logs=() running=()
  # As long as each other, more or less.
  station="tests/ui/test_station*.py tests/ui/test_scanner*.py"
  orders="tests/ui/test_orders*.py tests/access tests/benchmarks"
  ui="tests/ui --ignore-glob=*/test_station* --ignore-glob=*/test_scanner* --ignore-glob=*/test_orders*"
  for group in "$ui" "$orders" "tests/window tests/cli" "tests/journeys $station"; do
    logs+=("$(mktemp)")
    # shellcheck disable=SC2086 - a group is several folders and patterns
    "$venv/bin/python" -m pytest -o cache_dir=".pytest_cache/${#logs[@]}" $group >"${logs[-1]}" 2>&1 &
    running+=($!)
  done
  "$venv/bin/python" -m pytest "${apart[@]/#/--ignore=}" || status=$?
  for one in "${!running[@]}"; do
    wait "${running[$one]}" || status=$?
    cat "${logs[$one]}"
    rm -f "${logs[$one]}"
  done
fi

if ((${#missing[@]})); then
  say "tests of the keyring and of windows could not run: ${missing[*]} missing. Run this, then test again:"
  printf '%s\n' "$by_hand" >&2
  ((status)) || status=2
fi
exit "$status"
