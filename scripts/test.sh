#!/usr/bin/env bash
# Sets up, builds and passes the tests. Arguments go to ctest (-R regex, -j 1, ...).
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-packages.sh
cmake --preset release
cmake --build --preset release
# Pictures of the window as the tests leave it, for people to look at.
export TOMOCYTE_SCREENSHOTS="${TOMOCYTE_SCREENSHOTS:-$PWD/build/release/screenshots}"
mkdir -p "$TOMOCYTE_SCREENSHOTS"
# Tests that draw need a display; a private one keeps them the same on every machine.
exec xvfb-run -a -s "-screen 0 1600x1000x24" ctest --preset release -j "$(nproc)" "$@"
