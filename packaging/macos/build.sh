#!/usr/bin/env bash
# Builds "InPost Desk.app" and a disk image with it on macOS 13 or newer, and tries the program out. Never run by us.
#   packaging/macos/build.sh                              signed for this machine only (ad hoc)
#   IDENTITY="Developer ID Application: …" PROFILE=name packaging/macos/build.sh    signed and notarised
# PROFILE is what `xcrun notarytool store-credentials` was told. README.md beside this says what users see.
set -euo pipefail

here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$here"
python="$here/.venv/bin/python"
app="dist/InPost Desk.app"

[[ -x $python ]] || python3 -m venv .venv
"$python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
version="$("$python" -c 'from inpost_desk.cli import VERSION; print(VERSION)')"

"$python" -m PyInstaller --noconfirm --clean --distpath dist --workpath build packaging/inpost-desk.spec

# "-" is the signature that Apple's own processors demand of every program, and that proves nothing.
options=(--force --deep --sign "${IDENTITY:--}")
if [[ ${IDENTITY:-} ]]; then
  options+=(--timestamp --options runtime --entitlements packaging/macos/entitlements.plist)
fi
codesign "${options[@]}" "$app"
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/inpost-desk" --selftest

image="dist/InPost-Desk-$version.dmg"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "InPost Desk" -srcfolder "$folder" -ov -format UDZO "$image"

if [[ ${IDENTITY:-} && ${PROFILE:-} ]]; then
  codesign --sign "$IDENTITY" --timestamp "$image"
  xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
  xcrun stapler staple "$image"
fi
echo "$image"
