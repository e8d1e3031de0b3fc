#!/usr/bin/env bash
# Sets up, builds, and runs the main job on the simulated microscope. Arguments go to `tomocyte run`.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install-packages.sh
cmake --preset release -DTOMOCYTE_TESTS=OFF
cmake --build --preset release
exec build/release/app/tomocyte run "$@"
