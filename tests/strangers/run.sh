#!/usr/bin/env bash
# Drives our simulator with somebody else's ShipX client, in an environment of its own that is gone afterwards.
# A step of CI: it fetches that client from PyPI.
set -euo pipefail

here="$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")"
source "$here/packaging/set-up.sh"
set_up

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

find_python
"$python" -m venv "$folder"
# It asks for Python 3.12 and runs on 3.11 as well.
"$folder/bin/python" -m pip install --quiet --no-input --disable-pip-version-check --ignore-requires-python \
  --require-hashes --only-binary :all: -r "$here/tests/strangers/requirements.lock"

cd "$here"
"$venv/bin/python" -m tests.strangers "$folder/bin/python"
