// Four pictures of one hologram: camera counts, spectrum with the found order, amplitude, phase.
#pragma once

#include <QWidget>
#include <optional>

#include "app/workflow/workflow.h"
#include "core/array.h"

namespace tomocyte {

class RasterView;

class HologramPanels : public QWidget {
  Q_OBJECT
 public:
  explicit HologramPanels(QWidget* parent = nullptr);

  void clear();
  // `pixelSizeUm` absent: not known; the scale is in pixels.
  void showFrame(View<const std::uint16_t, 2> counts, int bitDepth, std::optional<double> pixelSizeUm);
  // Grey values from what the frame holds instead of from the whole scale.
  void setAutoContrast(bool on) { autoContrast_ = on; }
  void showPreview(const HologramPreview& preview);
  // Instead of a preview, e.g. that no carrier was found.
  void showNoPreview(const QString& why);
  // Relative amplitude and phase in rad, [y, x].
  void showField(Array<float, 2> amplitude, Array<float, 2> phase, double pixelSizeUm);

 private:
  class SpectrumView;
  bool autoContrast_ = false;
  RasterView* hologram_;
  SpectrumView* spectrum_;
  RasterView* amplitude_;
  RasterView* phase_;
};

}  // namespace tomocyte
