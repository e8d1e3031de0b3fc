// The devices that a smear scan needs, by reference: whoever owns them keeps them.
#pragma once

#include "acquisition/camera.h"
#include "acquisition/filter_wheel.h"
#include "acquisition/light_source.h"
#include "acquisition/stage.h"

namespace tomocyte {

struct SmearInstrument {
  Camera& camera;
  Stage& stage;
  LightSource& light;
  FilterWheel& wheel;
};

}  // namespace tomocyte
