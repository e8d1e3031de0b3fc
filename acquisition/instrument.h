// The devices that a scan needs, by reference: whoever owns them keeps them.
#pragma once

#include "acquisition/camera.h"
#include "acquisition/light_source.h"
#include "acquisition/pattern_modulator.h"
#include "acquisition/stage.h"

namespace tomocyte {

struct Instrument {
  Camera& camera;
  PatternModulator& modulator;
  Stage& stage;
  LightSource& light;
};

}  // namespace tomocyte
