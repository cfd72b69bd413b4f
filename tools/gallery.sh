#!/bin/sh
# Renews the pictures of docs/Gallery.md: builds the editions and draws each layout's page 480 pixels wide, a spread 800.
#   tools/gallery.sh [BANXIN]
set -eu
cd "$(dirname "$0")/.."
banxin=${1:-.build/release/banxin}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for edition in yanjiang gallery gallery-vertical gallery-more gallery-ja gallery-ko; do
  "$banxin" build "editions/$edition" -o "$work/$edition" -f pdf -q >/dev/null 2>&1
  overview="editions/$edition/edition.yaml"
  sed -n 's/.*code: "\{0,1\}\([0-9A-Z-]*\).*/\1/p' "$overview" >"$work/codes"
  sed -n 's/.*layout: \([a-z-]*\).*/\1/p' "$overview" >"$work/layouts"
  paste "$work/codes" "$work/layouts" | while read -r code layout; do
    case $layout in *spread*) width=800 ;; *) width=480 ;; esac
    pdftoppm -singlefile -thinlinemode shape -jpeg -jpegopt quality=58 -scale-to-x $width -scale-to-y -1 \
      "$work/$edition/current/$code.pdf" "docs/gallery/$layout"
  done
done
