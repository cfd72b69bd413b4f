#!/bin/sh
# Installs the Debian packages that are missing, and sees that Swift is there and new enough.
# Does nothing, and asks no server, when all is present.
set -u

# What Swift itself needs on a bare Debian.
swift="binutils ca-certificates git gcc libc6-dev libcurl4 libedit2 libgcc-12-dev libncurses6
  libsqlite3-0 libstdc++-12-dev libxml2 libz3-4 pkg-config tzdata zlib1g-dev"
# The libraries that Banxin is built on.
libraries="libcairo2-dev libfreetype-dev libharfbuzz-dev libhyphen-dev libicu-dev liblcms2-dev libpng-dev
  libqpdf-dev libqrencode-dev libssl-dev libturbojpeg0-dev"
# The type that pages are set in.
fonts="fonts-lxgw-wenkai fonts-noto-cjk fonts-noto-cjk-extra"
# Where Latin words may be parted.
words="hyphen-en-us"
# Programs that look into advertisers' PDFs and draw SVG, each in a process of its own.
programs="librsvg2-bin poppler-utils qpdf util-linux"
# The measurements of newsprint, and what makes an ICC profile of them.
colour="argyll icc-profiles-free"
# Readers and separators of finished pages, Unicode's own cases of line breaking, and HarfBuzz's own program, for the tests.
readers="ghostscript libharfbuzz-bin mupdf-tools unicode-data"

say() { printf '%s\n' "$*" >&2; }
has() { dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

missing_of() {
  for package in "$@"; do has "$package" || printf '%s ' "$package"; done
}

install_missing() {
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    say "Not root, and there is no sudo: packages cannot be installed from here."
    return
  fi
  say "Installing: $missing"
  as_root apt-get -q update >/dev/null || say "apt-get update failed; trying with the lists at hand."
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing \
    >/dev/null && return
  say "Not all of them could be installed together; trying one by one."
  for package in $missing; do
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get -qq install -y --no-install-recommends "$package" >/dev/null ||
      say "  $package could not be installed (its reason stands above)."
  done
}

if command -v dpkg-query >/dev/null; then
  # shellcheck disable=SC2086
  missing=$(missing_of $swift $libraries $fonts $words $programs $colour $readers)
  if [ -n "$missing" ]; then
    install_missing
    # shellcheck disable=SC2086
    missing=$(missing_of $missing)
    [ -z "$missing" ] || say "Still missing. Install by hand: sudo apt-get install $missing"
    for package in $missing; do
      case " $(echo $libraries) " in
      *" $package "*) say "Without $package Banxin cannot be built." && exit 1 ;;
      esac
    done
  fi
else
  say "This is no Debian: install yourself what stands for" $libraries $fonts $words $programs $colour $readers
fi

if ! version=$(swift --version 2>&1); then
  say "Swift does not run here${version:+: $version}"
  say "Banxin needs Swift 6.2 or newer: https://www.swift.org/install/linux/ (Debian 12), unpacked to"
  say "/opt/swift or put on the PATH. Then run make again."
  exit 1
fi
number=$(printf '%s\n' "$version" | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
major=${number% *} minor=${number#* }
if [ -z "$number" ] || [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
  say "Swift ${number:+$major.$minor }is too old here; Banxin needs 6.2 or newer:"
  say "https://www.swift.org/install/linux/ (Debian 12), unpacked to /opt/swift or put on the PATH."
  exit 1
fi

tools/newsprint.sh profiles/newsprint.icc ||
  say "Without it Banxin makes proofs, and print pages only with an ICC profile named in edition.yaml."
