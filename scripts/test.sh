#!/usr/bin/env bash
# Sets up, builds and passes the tests. Arguments go to ctest (-R regex, -j 1, ...).
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-packages.sh
cmake --preset release
cmake --build --preset release
# Tests that draw need a display; a private one keeps them the same on every machine.
exec xvfb-run -a -s "-screen 0 1600x1000x24" ctest --preset release -j "$(nproc)" "$@"
