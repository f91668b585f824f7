#!/usr/bin/env bash
# The .deb in a Debian 12 that holds nothing else: installed, used by an ordinary user, removed.
# `test-deb.sh [FILE.deb]`; without a file it builds one. Needs root, for debootstrap. What is fetched once is
# kept in build/deb-test. Prints a line for each check and "N passed, N failed" at the end.
set -euo pipefail

here="$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")"
source "$here/packaging/set-up.sh"

suite=bookworm
kept="$here/build/deb-test"
user=packer
home="/home/$user"

if ((EUID != 0)); then
  say "the package could not be tried: a clean system is made by debootstrap, and that needs root."
  printf '0 passed, 1 failed\n'
  exit 1
fi

# Mounts and processes of the rest belong to namespaces that end with it, whatever happens.
if [[ ${IN_NAMESPACE:-} != yes ]]; then
  require_packages debootstrap util-linux xvfb xauth xdotool wmctrl openbox x11-utils
  deb="${1:-}"
  [[ $deb ]] || deb="$("$here/packaging/linux/build-deb.sh" --quick)"
  IN_NAMESPACE=yes exec unshare --mount --pid --fork --kill-child "${BASH_SOURCE[0]}" "$deb"
fi

deb="$1"
version="$(dpkg-deb -f "$deb" Version)"
root="$(mktemp -d)"
notes="$(mktemp -d)"
said="$notes/said"
source "$here/packaging/checks.sh"

clean_up() {
  umount "$root/proc" 2>/dev/null || true
  # Should the unmounting have failed: never through a mount.
  rm -rf --one-file-system "$root" "$notes"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# The archive this machine uses itself.
mirror() {
  # The variables are apt's.
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
    awk -v suite="$suite" '$2 == suite { print $1; exit }'
}

make_system() {
  local archive base="$kept/base-$suite.tar"
  archive="$(mirror)"
  mkdir -p "$kept/archives"
  if [[ ! -f $base ]]; then
    say "making a clean Debian ($suite), this once"
    debootstrap --variant=minbase --cache-dir="$kept/archives" "$suite" "$root" ${archive:+"$archive"}
    tar -C "$root" --one-file-system -cf "$base.new" .
    mv "$base.new" "$base"
  else
    tar -C "$root" -xf "$base"
  fi
  # A temporary folder is its maker's alone; this one is everybody's "/".
  chmod 755 "$root"
  mount -t proc proc "$root/proc"
  cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
  apt-config dump | grep -E '^Acquire::[a-z]+::Proxy ' >"$root/etc/apt/apt.conf.d/90proxy" || true
  cp -l "$kept"/archives/*.deb "$root/var/cache/apt/archives/" 2>/dev/null ||
    cp "$kept"/archives/*.deb "$root/var/cache/apt/archives/"
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  inside apt-get update
  inside useradd --create-home "$user"
}

inside() {
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

become_user() {
  exec chroot --userspec="$user:$user" "$root" env -i PATH=/usr/bin:/bin HOME="$home" LC_ALL=C.UTF-8 \
    ${screen:+"DISPLAY=$screen"} "$@"
}

as_user() { (become_user "$@"); }

list_files() {
  find "$root" -xdev \( -path "$root/proc" -o -path "$root$home" -o -path "$root/tmp" \) -prune -o -print |
    sed "s|^$root||" | sort
}

install_it() {
  cp "$deb" "$root/tmp/inpost-desk.deb"
  list_files >"$notes/before"
  # Without what is only recommended: the program must do with what it depends on.
  inside apt-get install -y --no-install-recommends -o APT::Keep-Downloaded-Packages=true /tmp/inpost-desk.deb
  cp -n "$root"/var/cache/apt/archives/*.deb "$kept/archives/"
}

libraries_found() {
  # The variables are those of the shell inside.
  # shellcheck disable=SC2016
  inside sh -c 'LD_LIBRARY_PATH=/opt/inpost-desk/_internal
    export LD_LIBRARY_PATH
    find /opt/inpost-desk -type f \( -name "*.so*" -o -name inpost-desk \) | while read -r one; do
      ldd "$one" 2>/dev/null | sed -n "s|\(.*\) => not found|$one wants\1|p"
    done' | tee "$notes/missing"
  [[ ! -s $notes/missing ]]
}

owned_and_modest() {
  local odd
  odd="$(find "$root/opt/inpost-desk" \( ! -user root -o -perm /022 -o -name '*.so*' -type f -perm /111 \) ! -type l)"
  printf '%s\n' "$odd"
  [[ -z $odd ]]
}

belongs_to_desktop() {
  [[ "$(readlink "$root/usr/bin/inpost-desk")" == /opt/inpost-desk/inpost-desk ]]
  [[ -f $root/usr/share/applications/inpost-desk.desktop ]]
  [[ -f $root/usr/share/icons/hicolor/scalable/apps/inpost-desk.svg ]]
  [[ -f $root/usr/share/icons/hicolor/48x48/apps/inpost-desk.png ]]
  [[ -f $root/usr/share/doc/inpost-desk/copyright ]]
}

says_version() { [[ "$(as_user inpost-desk --version)" == "InPost Desk $version" ]]; }

demo_makes_labels() {
  as_user sh -c "cd $home && inpost-desk demo"
  [[ "$(head -c 5 "$root$home/demo-output/labels.pdf")" == %PDF- ]]
}

# What the package brings; this machine's network and printers are not its business.
doctor_content() {
  as_user inpost-desk doctor --json >"$notes/doctor" || true
  "$venv/bin/python" -c '
import json, sys
ok = {one["name"]: one["ok"] for one in json.load(open(sys.argv[1]))}
bad = [name for name in sys.argv[2:] if not ok.get(name)]
sys.exit(f"not in order: {bad}" if bad else 0)' "$notes/doctor" \
    python ledger http spreadsheets pdf bar_codes simulator window_system fonts data_dir
}

# Whether a file of this name has come to hold something: fails after a minute.
appears() {
  local _
  for _ in {1..600}; do
    grep -qs -- "$2" "$1" && return
    sleep 0.1
  done
  printf 'waited in vain for "%s" in %s\n' "$2" "$1"
  cat "$1"
  return 1
}

simulator_answers() {
  local pid
  become_user inpost-desk simulator --port 0 >"$notes/simulator" 2>&1 &
  pid=$!
  appears "$notes/simulator" '^ShipX simulator: http://127.0.0.1:'
  kill "$pid"
  wait "$pid"
}

# Outside of the clean system: what a screen needs is nothing that the package may rely on.
start_screen() {
  Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$notes/display" 2>/dev/null &
  appears "$notes/display" '[0-9]'
  screen=":$(<"$notes/display")"
  DISPLAY="$screen" openbox >"$notes/openbox" 2>&1 &
}

window_shown_and_closed() {
  local pid from=${EPOCHREALTIME/./}
  become_user inpost-desk >"$notes/window" 2>&1 &
  pid=$!
  DISPLAY="$screen" timeout 60 xdotool search --sync --onlyvisible --class inpost-desk
  printf 'to the window: %d ms\n' $(((${EPOCHREALTIME/./} - from) / 1000)) >"$notes/speed"
  until DISPLAY="$screen" wmctrl -lx | grep 'inpost-desk.*InPost Desk'; do
    kill -0 "$pid"
    sleep 0.1
  done
  DISPLAY="$screen" wmctrl -c 'InPost Desk'
  wait "$pid"
  # A word on either stream would be a complaint.
  cat "$notes/window"
  [[ ! -s $notes/window ]]
}

nothing_left() {
  inside apt-get purge -y inpost-desk
  list_files >"$notes/after"
  # Some packages still say /lib for /usr/lib.
  sed 's|^/lib|/usr/lib|' "$root"/var/lib/dpkg/info/*.list | sort -u >"$notes/owned"
  comm -13 "$notes/before" "$notes/after" | comm -23 - "$notes/owned" |
    grep -E -i '^/(opt|usr)/|inpost' | grep -v '^/usr/local/' | tee "$notes/left" || true
  [[ ! -s $notes/left ]]
}

users_data_kept() {
  [[ -d $root$home/.local/share/inpost-desk && -f $root$home/demo-output/labels.pdf ]]
}

screen=""
if ! make_system >"$notes/made" 2>&1; then
  tail -n 20 "$notes/made" >&2
  say "a clean system could not be made (debootstrap, see above)."
  printf '0 passed, 1 failed\n'
  exit 1
fi
check 'installs with what it depends on' install_it
check 'every library is found' libraries_found
check "files are root's, libraries are no programs" owned_and_modest
check 'command, menu entry, icons, licence are in place' belongs_to_desktop
check "says its version, $version" says_version
check 'the self-test passes' as_user inpost-desk --selftest
check 'the demo makes labels in the terminal' demo_makes_labels
check 'doctor finds every part' doctor_content
check 'printers are asked for' as_user inpost-desk printers list
check 'the simulator answers and ends' simulator_answers
start_screen
check 'the window shows and closes' window_shown_and_closed
[[ -f $notes/speed ]] && sed 's/^/         /' "$notes/speed"
check 'removed, it leaves nothing behind' nothing_left
check "the user's data stays" users_data_kept

printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
