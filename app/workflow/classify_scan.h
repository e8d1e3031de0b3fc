// A model applied to a scan.
#pragma once

#include "core/progress.h"
#include "core/scan.h"
#include "inference/models/model.h"

namespace tomocyte {

// Adds what the model says to every cell, with provenance that names the model and its checksum. Throws InputError when
// the scan is not measured or does not fit the model; then nothing of the scan has changed.
void classify_scan(Scan& scan, const Model& model, const Progress& progress = {});

}  // namespace tomocyte
