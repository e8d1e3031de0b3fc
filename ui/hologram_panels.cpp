#include "ui/hologram_panels.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QPainter>
#include <algorithm>

#include "ui/painting.h"
#include "ui/raster_view.h"
#include "ui/slice_image.h"

namespace tomocyte {

// The log spectrum with a circle where the pupil of the +1 order was found.
class HologramPanels::SpectrumView : public RasterView {
 public:
  SpectrumView() : RasterView(QCoreApplication::translate("hologram_panels", "Spectrum, log10 of power")) {}
  void setOrder(const WaveVector& order, double radius, double pixel) {
    order_ = order;
    radius_ = radius;
    pixel_ = pixel;
    update();
  }

 protected:
  void paintOverlay(QPainter& painter) override {
    if (!(pixel_ > 0.0)) return;
    const QPointF middle(static_cast<double>(values().shape(1) / 2) + 0.5,
                         static_cast<double>(values().shape(0) / 2) + 0.5);
    const QPointF centre = middle + QPointF(order_.x, order_.y) / pixel_;
    const QPointF edge = centre + QPointF(radius_ / pixel_, 0.0);
    const QPointF shown = toWidget(centre);
    const double radius = toWidget(edge).x() - shown.x();
    painter.setPen(QPen(colour::kSelected, 1.6));
    painter.drawEllipse(shown, radius, radius);
    painter.drawLine(shown - QPointF(6, 0), shown + QPointF(6, 0));
    painter.drawLine(shown - QPointF(0, 6), shown + QPointF(0, 6));
    painter.drawText(shown + QPointF(8, -8), QCoreApplication::translate("hologram_panels", "+1 order, pupil"));
  }

 private:
  WaveVector order_;
  double radius_ = 0.0;
  double pixel_ = 0.0;
};

HologramPanels::HologramPanels(QWidget* parent) : QWidget(parent) {
  hologram_ = new RasterView(tr("Hologram"));
  spectrum_ = new SpectrumView;
  amplitude_ = new RasterView(tr("Amplitude"));
  phase_ = new RasterView(tr("Phase"));
  hologram_->setQuantity(tr("counts"));
  spectrum_->setQuantity(QStringLiteral("log10"));
  amplitude_->setQuantity(tr("relative"));
  phase_->setQuantity(QStringLiteral("rad"));
  hologram_->setEmptyText(tr("no holograms in this scan"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(4);
  grid->addWidget(hologram_, 0, 0);
  grid->addWidget(spectrum_, 0, 1);
  grid->addWidget(amplitude_, 1, 0);
  grid->addWidget(phase_, 1, 1);
  grid->setRowStretch(0, 1);
  grid->setRowStretch(1, 1);
}

void HologramPanels::clear() {
  hologram_->setValues({}, 1.0, 1.0, QStringLiteral("µm"));
  hologram_->setNote({}, false);
  showNoPreview(tr("nothing to show yet"));
}

void HologramPanels::showNoPreview(const QString& why) {
  spectrum_->setValues({}, 1.0, 1.0, tr("rad/µm"));
  amplitude_->setValues({}, 1.0, 1.0, QStringLiteral("µm"));
  phase_->setValues({}, 1.0, 1.0, QStringLiteral("µm"));
  for (RasterView* view : {static_cast<RasterView*>(spectrum_), amplitude_, phase_}) view->setEmptyText(why);
}

void HologramPanels::showFrame(View<const std::uint16_t, 2> counts, int bitDepth, std::optional<double> pixelSizeUm) {
  Array<float, 2> values(counts.shape());
  std::copy(counts.data(), counts.data() + counts.size(), values.data());
  const int fullScale = (1 << bitDepth) - 1;
  const auto saturated = std::count_if(counts.data(), counts.data() + counts.size(),
                                       [&](std::uint16_t count) { return count >= fullScale; });
  const double percent = 100.0 * static_cast<double>(saturated) / static_cast<double>(counts.size());
  hologram_->setNote(percent >= 0.01 ? tr("%1 % saturated").arg(percent, 0, 'f', 2) : tr("not saturated"),
                     percent >= 0.1);
  const RiRange range = autoContrast_ ? valueRange(std::as_const(values).view()) : RiRange{0.0, double(fullScale)};
  hologram_->setColours("grey", range.low, range.high);
  hologram_->setValues(std::move(values), pixelSizeUm.value_or(1.0), pixelSizeUm.value_or(1.0),
                       pixelSizeUm ? QStringLiteral("µm") : QStringLiteral("px"));
}

void HologramPanels::showPreview(const HologramPreview& preview) {
  const RiRange spectrum = valueRange(preview.spectrum_log.view());
  spectrum_->setColours("inferno", spectrum.low + 0.35 * (spectrum.high - spectrum.low), spectrum.high);
  spectrum_->setValues(preview.spectrum_log.clone(), preview.spectrum_pixel, preview.spectrum_pixel, tr("rad/µm"));
  spectrum_->setOrder(preview.order, preview.pupil_radius, preview.spectrum_pixel);
  showField(preview.amplitude.clone(), preview.phase.clone(), preview.pixel_size_um);
}

void HologramPanels::showField(Array<float, 2> amplitude, Array<float, 2> phase, double pixelSizeUm) {
  const RiRange range = valueRange(phase.view());
  amplitude_->setColours("grey", 0.0, 2.0);
  amplitude_->setValues(std::move(amplitude), pixelSizeUm, pixelSizeUm, QStringLiteral("µm"));
  phase_->setColours("viridis", range.low, range.high);
  phase_->setValues(std::move(phase), pixelSizeUm, pixelSizeUm, QStringLiteral("µm"));
}

}  // namespace tomocyte
