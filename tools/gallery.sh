#!/bin/sh
# Renews the pictures of docs/Gallery.md: builds the editions and draws each layout's page 480 pixels wide.
#   tools/gallery.sh [BANXIN]
set -eu
cd "$(dirname "$0")/.."
banxin=${1:-.build/release/banxin}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for edition in yanjiang gallery gallery-vertical; do
  "$banxin" build "editions/$edition" -o "$work/$edition" -f pdf -q >/dev/null 2>&1
  page=0
  for layout in $(sed -n 's/.*layout: \([a-z-]*\).*/\1/p' "editions/$edition/edition.yaml"); do
    page=$((page + 1))
    pdftoppm -singlefile -thinlinemode shape -jpeg -jpegopt quality=58 -scale-to-x 480 -scale-to-y -1 \
      "$work/$edition/current/$page.pdf" "docs/gallery/$layout"
  done
done
