#!/usr/bin/env bash
# Installs the Debian packages that Tomocyte builds and runs with. Does nothing when all are there.
set -euo pipefail

packages=(
  # build
  g++ cmake ninja-build git pkg-config mold
  # window and 3D
  qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libqt6opengl6-dev qt6-svg-dev libvtk9-dev libgl1-mesa-dri ffmpeg xvfb xauth
  # the sample database; PostgreSQL's server for its tests
  libqt6sql6-sqlite libqt6sql6-psql postgresql
  # motorised stage, filter wheel
  qt6-serialport-dev
  # numbers (without OpenBLAS LibTorch falls back to a reference BLAS, 30 times slower)
  libtorch-dev libopenblas0-pthread libopencv-dev libeigen3-dev
  # maps of cells (headers only): neighbours, eigenvectors
  libhnswlib-dev libspectra-dev
  # files
  libhdf5-dev libtiff-dev zlib1g-dev libssl-dev
  # spreadsheets of reports; for the tests of reports: a German locale, the text of a PDF
  libxlsxwriter-dev locales poppler-utils
  # cameras (Aravis's pkg-config file asks for libusb's); aravis-tools brings the simulated GigE Vision camera of the tests
  libaravis-dev libusb-1.0-0-dev aravis-tools
  # devices: the DMD by USB
  libhidapi-dev
  # command line, JSON, log, tests
  libcli11-dev nlohmann-json3-dev libspdlog-dev libfmt-dev catch2
)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Installing Debian packages: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Run this as root, or install sudo first." >&2; exit 1; }
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
