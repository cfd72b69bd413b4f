#!/bin/sh
# newsprint.sh TARGET.icc: makes the ICC profile of coldset printing on newsprint, from the measurements of
# CGATS/SNAP TR 002-2007 that Debian's icc-profiles-free holds. Does nothing when it is there.
#
# 212 % of ink leaves room for what interpolation adds under the house's limit of 220 %; 95 % of black and the
# ramp of -kr keep the shadows in black ink. The same measurements give the same bytes: the day of making, which
# colprof writes into the header (ICC.1:2010, 7.2.8), is set to that of the measurements.
set -eu
target=$1
data=/usr/share/color/icc/TR002.ti3
digest=bcb14f76be42ebaa53cebdea3ae532af4c7717e7429d279323f7db8ad4a0b9d0

[ -s "$target" ] && exit 0
say() { printf '%s\n' "$*" >&2; }
[ -r "$data" ] || { say "No newsprint profile: $data is not there (Debian: icc-profiles-free)." && exit 1; }
command -v colprof >/dev/null || { say "No newsprint profile: there is no colprof (Debian: argyll)." && exit 1; }
echo "$digest  $data" | sha256sum --check --status ||
  { say "No newsprint profile: $data is not the data that it is made from." && exit 1; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$data" "$folder/newsprint.ti3"
say "Making the newsprint profile (about 20 seconds)."
(cd "$folder" && colprof -qm -bl -kr -l 212 -L 95 -D "Newsprint SNAP TR002" -O newsprint.icc newsprint >colprof.log 2>&1) ||
  { say "No newsprint profile: colprof failed:" && cat "$folder/colprof.log" >&2 && exit 1; }
# 2006-12-01 00:00:00 as six 16-bit numbers at byte 24.
printf '\007\326\000\014\000\001\000\000\000\000\000\000' |
  dd of="$folder/newsprint.icc" bs=1 seek=24 conv=notrunc status=none
mkdir -p "$(dirname "$target")"
mv "$folder/newsprint.icc" "$target.part"
mv "$target.part" "$target"
