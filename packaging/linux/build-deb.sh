#!/usr/bin/env bash
# Builds dist/inpost-desk_VERSION_ARCHITECTURE.deb; its path is the last line on standard output.
# `--quick` packs it with little compression, for a test.
set -euo pipefail

here="$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")"
source "$here/packaging/set-up.sh"
require_packages binutils desktop-file-utils appstream xz-utils
"$here/packaging/linux/build-program.sh"
cd "$here"

compression=(-Zxz -z6)
[[ ${1:-} == --quick ]] && compression=(-Zgzip -z1)

version="$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)"
architecture="$(dpkg --print-architecture)"
package="inpost-desk_${version}_$architecture.deb"
tree="build/deb/tree"
files="packaging/linux"

# The newest glibc that anything in the folder asks for.
least_glibc() {
  find build/frozen/inpost-desk -type f \( -name '*.so*' -o -name inpost-desk \) -print0 |
    xargs -0 readelf --version-info --wide 2>/dev/null |
    grep -o 'GLIBC_2\.[0-9]*' | sort -Vu | tail -n 1 | cut -d_ -f2
}

# What ./run.sh installs is what the program needs; an alternative's bar is spelt "a | b" here.
depends() {
  local name glibc line="libstdc++6, libgcc-s1, zlib1g, libwayland-client0, libwayland-cursor0, libwayland-egl1"
  glibc="$(least_glibc)"
  line+=", libc6 (>= $glibc)"
  for name in "${run_packages[@]}"; do
    [[ $name == fonts-* ]] || line+=", ${name//|/ | }"
  done
  printf '%s\n' "$line"
}

rm -rf build/deb
umask 022
install -d "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/doc/inpost-desk"
cp -a build/frozen/inpost-desk "$tree/opt/inpost-desk"
ln -s /opt/inpost-desk/inpost-desk "$tree/usr/bin/inpost-desk"
install -Dm644 "$files/inpost-desk.desktop" -t "$tree/usr/share/applications"
install -Dm644 "$files/pl.inpost_desk.InPostDesk.metainfo.xml" -t "$tree/usr/share/metainfo"
install -Dm644 "$files/copyright" -t "$tree/usr/share/doc/inpost-desk"
gzip -9n <CHANGELOG.md >"$tree/usr/share/doc/inpost-desk/changelog.gz"

icons="$tree/usr/share/icons/hicolor"
install -Dm644 resources/icons/app.svg "$icons/scalable/apps/inpost-desk.svg"
"$venv/bin/python" packaging/icons.py build/deb/icons
for picture in build/deb/icons/*.png; do
  size="$(basename "$picture" .png)"
  install -Dm644 "$picture" "$icons/${size}x$size/apps/inpost-desk.png"
done

desktop-file-validate "$tree/usr/share/applications/inpost-desk.desktop"
appstreamcli validate --no-net "$tree"/usr/share/metainfo/*.xml >&2

cat >"$tree/DEBIAN/control" <<CONTROL
Package: inpost-desk
Version: $version
Architecture: $architecture
Maintainer: InPost Desk <inpost-desk@localhost>
Section: misc
Priority: optional
Installed-Size: $(du -sk --exclude=DEBIAN "$tree" | cut -f1)
Depends: $(depends)
Recommends: cups, cups-client, gnome-keyring | kwalletmanager | keepassxc, fonts-dejavu-core
Description: InPost labels at the packing table
 An order file goes in, checked labels come out in pile order. Buys shipments
 at InPost (ShipX), prints their labels and never pays twice.
 .
 Everything of Python's is inside; screen, fonts and printers are the system's.
CONTROL
(cd "$tree" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"

mkdir -p dist
dpkg-deb --root-owner-group "${compression[@]}" --build "$tree" "dist/$package" >&2
say "$package: $(du -m "dist/$package" | cut -f1) MB, $(du -sm "$tree/opt" | cut -f1) MB when installed"
printf '%s\n' "$here/dist/$package"
