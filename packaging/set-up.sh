# What run.sh and test.sh share: system packages and the Python environment in .venv.
# Sourced, never run by itself; expects `here` (the checkout). Everything it says goes to stderr, so that the
# program's own output can be piped. When nothing is to be done it starts dpkg-query and Python once each.
# shellcheck disable=SC2034,SC2154

# Alternatives are separated by a bar: Debian 13 and Ubuntu 24.04 have renamed some packages.
python_packages=(python3 python3-venv)
run_packages=(
  ca-certificates fonts-dejavu-core
  'libglib2.0-0t64|libglib2.0-0' libgl1 libegl1 libbrotli1 libdbus-1-3 libfontconfig1 libxkbcommon0
  libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
  'libcups2t64|libcups2'
)
test_packages=(
  cups cups-client cups-filters cups-ipp-utils dbus gnome-keyring nsis openbox wmctrl xauth xdotool xvfb
)

venv="$here/.venv"
requirements="$here/requirements.lock"
stamp_file="$venv/set-up.stamp"

say() { printf 'InPost Desk: %s\n' "$*" >&2; }

# Finds a Python that can make the environment; sets `python` ("" if there is none).
find_python() {
  local candidate
  for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -I -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python="$candidate"
      return
    fi
  done
  python=""
}

# Prints those of the given packages that are missing; none where the system is not Debian's kin.
missing_packages() {
  command -v dpkg-query >/dev/null || return 0
  local spec installed
  # dpkg-query fails as soon as one name is unknown, and still lists the others.
  # shellcheck disable=SC2048,SC2086
  installed=" $(dpkg-query -W -f '${Package}=${db:Status-Status} ' ${*//|/ } 2>/dev/null || true)"
  for spec in "$@"; do
    local name found=""
    for name in ${spec//|/ }; do
      [[ $installed == *" $name=installed "* ]] && found=yes
    done
    [[ $found ]] || printf '%s\n' "$spec"
  done
}

# Prints the name that this system's archive has, the last one by default: apt itself finds a renamed
# package by its old name.
package_name() {
  local name="${1%%|*}"
  while [[ $1 == *"|"* && $name != "${1##*|}" ]] && ! apt-cache show "$name" >/dev/null 2>&1; do
    set -- "${1#*|}"
    name="${1%%|*}"
  done
  printf '%s\n' "$name"
}

# Installs packages as root or with sudo. Returns 1 where that is not possible, with the command for it in
# `by_hand`.
install_packages() {
  local spec names=() become=() log
  for spec in "$@"; do names+=("$(package_name "$spec")"); done
  local install="apt-get install -y --no-install-recommends ${names[*]}"
  by_hand="$(command -v sudo >/dev/null && echo 'sudo sh' || echo 'su') -c 'apt-get update && $install'"
  if ((EUID != 0)); then
    command -v sudo >/dev/null || return 1
    if sudo -n true 2>/dev/null; then
      become=(sudo -n)
    elif [[ -t 0 && -t 2 ]]; then
      say "system packages are missing; your password is asked for to install them: ${names[*]}"
      become=(sudo)
    else
      return 1
    fi
  fi
  say "installing system packages, this once: ${names[*]}"
  log="$(mktemp)"
  # An archive that cannot be refreshed is no reason to stop: what is known of it may do.
  if ! ${become[@]+"${become[@]}"} sh -c "apt-get update; DEBIAN_FRONTEND=noninteractive $install \
      -o DPkg::Lock::Timeout=120" >"$log" 2>&1; then
    grep '^E:' "$log" | tail -n 1 >&2 || tail -n 1 "$log" >&2
    rm -f "$log"
    say "system packages could not be installed. Is this computer online?"
    return 1
  fi
  rm -f "$log"
}

# Installs what is missing of the given packages or ends with the one command to run.
require_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  install_packages "${missing[@]}" && return 0
  say "system packages are missing: run this one command, then start again:"
  printf '%s\n' "$by_hand" >&2
  exit 2
}

# Prints what the environment was made from; fails where `.venv` is not there or its Python is gone.
stamp() {
  "$venv/bin/python" -I -c '
import hashlib, sys
print(sys.version.split()[0], hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())
' "$requirements" 2>/dev/null
}

venv_is_current() {
  [[ -f $stamp_file ]] && [[ "$(stamp)" == "$(<"$stamp_file")" ]]
}

# Keeps an environment that fits, so that an interrupted or older one costs only what differs.
make_venv() {
  local fits='import os, sys; lib = f"python{sys.version_info[0]}.{sys.version_info[1]}"
sys.exit(sys.version_info < (3, 11) or not os.path.isdir(os.path.join(sys.prefix, "lib", lib)))'
  if ! "$venv/bin/python" -I -c "$fits" 2>/dev/null; then
    "$python" -m venv --clear "$venv" >&2 || return 1
  elif ! "$venv/bin/python" -I -c 'import pip' 2>/dev/null; then
    "$venv/bin/python" -m ensurepip >/dev/null || return 1
  fi
}

install_requirements() {
  local quiet=(--quiet) log
  [[ -t 2 ]] && quiet=()
  log="$(mktemp)"
  say "installing the Python packages, this once (a minute or two)"
  if ! PIP_RETRIES="${PIP_RETRIES:-3}" PIP_DEFAULT_TIMEOUT="${PIP_DEFAULT_TIMEOUT:-30}" \
    "$venv/bin/python" -m pip install ${quiet[@]+"${quiet[@]}"} --no-input --disable-pip-version-check \
    --require-hashes --only-binary :all: -r "$requirements" 1>&2 2>"$log"; then
    grep '^ERROR' "$log" | tail -n 2 >&2 || true
    rm -f "$log"
    say "the Python packages could not be fetched. Is this computer online? Then start again."
    exit 1
  fi
  rm -f "$log"
}

# Two starts at once (a double double-click) must not build the same environment side by side.
update_venv() {
  if ! mkdir -p "$venv" 2>/dev/null || [[ ! -w $venv ]]; then
    say "the environment cannot be made: $venv is not writable."
    exit 1
  fi
  if command -v flock >/dev/null; then
    exec 9<"$here"
    flock 9
    venv_is_current && { exec 9>&-; return; }
  fi
  find_python
  if [[ -z $python ]]; then
    say "Python 3.11 or newer with its venv module is needed, and this system has none."
    exit 1
  fi
  rm -f "$stamp_file"
  make_venv || { say "the environment in $venv could not be made."; exit 1; }
  install_requirements
  stamp >"$stamp_file"
  command -v flock >/dev/null && exec 9>&-
  return 0
}

# Everything the program needs on this machine.
set_up() {
  if venv_is_current; then
    require_packages "${run_packages[@]}"
    return
  fi
  find_python
  if [[ $python ]]; then
    require_packages "${run_packages[@]}"
  else
    require_packages "${python_packages[@]}" "${run_packages[@]}"
  fi
  update_venv
}
