#!/bin/sh
# What a machine can see of the house: formatting, the module map, the links of the documents.
failed=

swift format lint --strict -r -p Package.swift Sources Tests || failed="$failed formatting"

tools/check-links.sh || failed="$failed links"

map=$(swift test --disable-xctest --filter ModuleMapTests 2>&1) || {
  printf '%s\n' "$map"
  failed="$failed module-map"
}

if [ -n "$failed" ]; then
  echo "Check failed:$failed."
  exit 1
fi
echo "Formatting, links and the module map are in order."
