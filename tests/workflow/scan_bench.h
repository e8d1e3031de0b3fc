// The simulated instrument with a plan of two cells and a folder of its own.
#pragma once

#include "acquisition/illumination_scan.h"
#include "app/workflow/instrument_scan.h"
#include "tests/core/files_fixture.h"

namespace tomocyte::test {

inline InstrumentConfig small_camera(int pixels) {
  InstrumentConfig config = simulated_instrument();
  config.camera->options_json = "{\"pixels\": " + std::to_string(pixels) + "}";
  return config;
}

// The monocyte and its neighbour, seen by a small camera.
struct Bench {
  explicit Bench(int pixels = 256) : instrument(small_camera(pixels)) {
    plan.options.exposure_ms = 4.0;  // the beam is brightest in the middle
    plan.background = {-240.0, 0.0, 0.0};
    plan.positions = {{0.0, 0.0, 0.0}, {60.0, 0.0, 0.0}};
    plan.illumination = ring_scan(*instrument.config().setup, 0.9, 5);
    options.output = folder / "s.tomocyte.h5";
    options.sample = {"S7", "M. Curie", ""};
    options.process = false;
  }
  Folder folder;
  ConnectedInstrument instrument;
  ScanPlan plan;
  InstrumentScanOptions options;
};

}  // namespace tomocyte::test
