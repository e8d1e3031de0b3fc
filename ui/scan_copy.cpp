// Member by member: arrays are cloned by name.
#include "ui/scan_copy.h"

namespace tomocyte {

Tomogram copyOf(const Tomogram& tomogram) {
  return {tomogram.ri.clone(), tomogram.voxel_size_um, tomogram.medium_index, tomogram.wavelength_um,
          tomogram.convergence};
}

HologramStack copyOf(const HologramStack& stack) {
  return {stack.setup,     stack.holograms.clone(), stack.background.clone(),   stack.illumination,
          stack.bit_depth, stack.carrier,           stack.background_conditions};
}

FieldStack copyOf(const FieldStack& fields) {
  return {fields.setup,           fields.illumination, fields.field.clone(), fields.phase.clone(),
          fields.focus_offset_um, fields.quality,      fields.sign_assumed};
}

Scan copyOf(const Scan& scan) {
  Scan copy;
  copy.sample_id = scan.sample_id;
  copy.donor_id = scan.donor_id;
  copy.simulated = scan.simulated;
  if (scan.holograms) copy.holograms = copyOf(*scan.holograms);
  if (scan.fields) copy.fields = copyOf(*scan.fields);
  if (scan.tomogram) copy.tomogram = copyOf(*scan.tomogram);
  copy.labels = scan.labels.clone();
  copy.cells = scan.cells;
  if (scan.truth) {
    copy.truth.emplace();
    copy.truth->description_json = scan.truth->description_json;
    if (scan.truth->tomogram) copy.truth->tomogram = copyOf(*scan.truth->tomogram);
  }
  copy.provenance = scan.provenance;
  return copy;
}

}  // namespace tomocyte
