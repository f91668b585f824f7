#!/usr/bin/env bash
# The wheel as people install it: with `uv tool install` and with `pipx install`, each into a folder of its own,
# and the program tried from there. Prints a line for each check and "N passed, N failed" at the end.
set -euo pipefail

here="$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")"
source "$here/packaging/set-up.sh"
set_up

place="$(mktemp -d)"
trap 'rm -rf "$place"' EXIT
said="$place/said"
source "$here/packaging/checks.sh"

# With nothing of the checkout: neither its folder nor its environment.
away() {
  cd "$place"
  env -u PYTHONPATH -u VIRTUAL_ENV QT_QPA_PLATFORM=offscreen "$@"
}

get_tools() {
  "$venv/bin/python" -m venv "$place/tools"
  "$place/tools/bin/python" -m pip install --quiet --disable-pip-version-check uv pipx
}

build_wheel() {
  cd "$here"
  rm -f dist/inpost_desk-*.whl
  "$place/tools/bin/uv" build --quiet --wheel --python "$venv/bin/python" --out-dir dist
}

carries_everything() {
  "$venv/bin/python" -m zipfile -l "$(wheel)" >"$place/list"
  local name
  for name in resources/translations/inpost_desk_pl.qm resources/samples/orders.csv resources/fonts/DejaVuSans.ttf \
    ledger/migrations/versions/0001_first.py ledger/migrations/env.py; do
    grep -q "^inpost_desk/$name" "$place/list" || { echo "missing: $name"; return 1; }
  done
}

wheel() { printf '%s\n' "$here"/dist/inpost_desk-*.whl; }

with_uv() {
  UV_TOOL_DIR="$place/uv" UV_TOOL_BIN_DIR="$place/uv-bin" UV_PYTHON_DOWNLOADS=never \
    away "$place/tools/bin/uv" tool install --quiet --python "$(base_python)" "$(wheel)"
}

with_pipx() {
  PIPX_HOME="$place/pipx" PIPX_BIN_DIR="$place/pipx-bin" PIPX_MAN_DIR="$place/pipx-man" \
    away "$place/tools/bin/pipx" install --python "$(base_python)" "$(wheel)"
}

# The interpreter that our environment was made from.
base_python() { "$venv/bin/python" -c 'import sys; print(sys._base_executable)'; }

says_version() { [[ "$(away "$1/inpost-desk" --version)" == "InPost Desk $version" ]]; }

check 'uv and pipx' get_tools
check 'the wheel is built' build_wheel
version="$(basename "$(wheel)" | cut -d- -f2)"
check "the wheel carries everything ($(du -k "$(wheel)" | cut -f1) KB)" carries_everything
for tool in uv pipx; do
  check "$tool installs it" "with_$tool"
  check "$tool: says its version, $version" says_version "$place/$tool-bin"
  check "$tool: the self-test passes" away "$place/$tool-bin/inpost-desk" --selftest
done

printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
