#!/usr/bin/env bash
# Starts InPost Desk from a checkout; all arguments go to the program. The only set-up there is: on a bare
# Debian 12 or Ubuntu 24.04 it installs what is missing, and the next start takes no longer than the program.
set -euo pipefail

here="$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
source "$here/packaging/set-up.sh"
set_up

# The user's folder stays the current one (file names among the arguments), and nothing is imported from it.
export PYTHONPATH="$here"
exec "$venv/bin/python" -P -m inpost_desk "$@"
