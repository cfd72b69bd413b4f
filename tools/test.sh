#!/bin/sh
# Runs the tests. The runner's own last lines stand before the one line that says how it went.
swift test --disable-xctest "$@" 2>&1
code=$?
if [ $code = 0 ]; then echo "All tests passed."; else echo "Tests failed (exit code $code)."; fi
exit $code
