#!/usr/bin/env bash
# Builds the frozen program into build/frozen/inpost-desk, unless what is there was made from these very files.
set -euo pipefail

here="$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")"
source "$here/packaging/set-up.sh"
set_up
require_packages binutils
cd "$here"

# Two builds at once would pull the folder from under each other.
mkdir -p build/frozen
exec 8>build/frozen/lock
flock 8

# What goes into it, and the Python it is made with.
fingerprint() {
  {
    "$venv/bin/python" -c 'import platform; print(platform.python_version())'
    find inpost_desk resources packaging/inpost-desk.spec packaging/frozen.py packaging/icons.py \
      pyproject.toml requirements.lock -type f ! -name '*.pyc' -print0 | sort -z | xargs -0 sha256sum
  } | sha256sum
}

made_from="build/frozen/made-from"
wanted="$(fingerprint)"
if [[ -f $made_from && "$(<"$made_from")" == "$wanted" ]]; then
  say "the frozen program is up to date: build/frozen/inpost-desk"
  exit 0
fi
rm -f "$made_from"
log="build/pyinstaller.log"
if ! "$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath build/frozen \
  --workpath build/pyinstaller packaging/inpost-desk.spec >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  exit 1
fi
# PyInstaller copies libraries with the executable bit, which only programs need.
find build/frozen/inpost-desk -type f ! -name inpost-desk -exec chmod 644 {} +
find build/frozen/inpost-desk -type d -exec chmod 755 {} +
printf '%s\n' "$wanted" >"$made_from"
say "the frozen program: build/frozen/inpost-desk ($(du -sm build/frozen/inpost-desk | cut -f1) MB)"
