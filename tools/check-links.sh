#!/bin/sh
# Every link of a document to a file of the project, and every path that it names in `…`, leads somewhere.
cd "$(dirname "$0")/.." || exit 1
failed=0
lost() { echo "$1: nothing is at $2" && failed=1; }

for document in *.md docs/*.md docs/*/*.md; do
  [ -f "$document" ] || continue
  folder=$(dirname "$document")
  for target in $(grep -o '](\([^)# ]*\)' "$document" | sed 's/^](//' | grep -v -E '^(https?|mailto):'); do
    [ -e "$folder/$target" ] || lost "$document" "$target"
  done
  for path in $(grep -o -E '`(Sources|Tests|docs|fonts|layouts|editions|tools|bench|\.ci)/[^`<… ]*`' "$document" | tr -d '`'); do
    # A pattern such as Messages+*.swift has to match at least one file.
    # shellcheck disable=SC2086
    ls -d $path >/dev/null 2>&1 || lost "$document" "$path"
  done
done
exit $failed
