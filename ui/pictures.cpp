// Composition of the PNG pictures.
#include "ui/pictures.h"

#include <QCoreApplication>
#include <QFont>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <functional>
#include <memory>

#include "app/workflow/surface_levels.h"
#include "app/workflow/workflow.h"
#include "core/error.h"
#include "core/files/atomic_file.h"
#include "ui/headless.h"
#include "ui/painting.h"
#include "ui/picture_panels.h"
#include "ui/volume_scene.h"

namespace tomocyte {
namespace {

struct Page {
  QImage image;
  QPainter painter;
  double unit = 1.0;  // pixels of one "point" of the layout, which is 1600 wide
  QRectF content;     // between the header and the footer

  Page(const Scan& scan, int width, double heightPerWidth)
      : image(width, static_cast<int>(width * heightPerWidth), QImage::Format_RGB32), painter(&image) {
    unit = width / 1600.0;
    image.fill(colour::kBackground);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    setFont(13, false);
    drawHeader(scan);
    setFont(13, false);
  }
  void setFont(double size, bool bold) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(std::max(8, static_cast<int>(size * 1.25 * unit)));
    font.setBold(bold);
    painter.setFont(font);
  }
  void drawHeader(const Scan& scan) {
    const double margin = 16.0 * unit;
    const QRectF header(margin, 0.0, image.width() - 2.0 * margin, 56.0 * unit);
    setFont(18, true);
    painter.setPen(colour::kText);
    painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter,
                     scan.sample_id.empty() ? QCoreApplication::translate("pictures", "(no sample id)")
                                            : QString::fromStdString(scan.sample_id));
    setFont(14, true);
    if (scan.simulated) drawSimulatedBadge(painter, header);
    const QRectF footer(margin, image.height() - 34.0 * unit, header.width(), 34.0 * unit);
    setFont(12, false);
    painter.setPen(colour::kFaint);
    painter.drawText(footer, Qt::AlignLeft | Qt::AlignVCenter, QString::fromUtf8(kResearchUseOnly));
    painter.drawText(footer, Qt::AlignRight | Qt::AlignVCenter,
                     scan.provenance.empty() ? QStringLiteral("Tomocyte")
                                             : QString::fromStdString(scan.provenance.back().program_version + ", " +
                                                                      scan.provenance.back().time_utc));
    content = QRectF(margin, header.bottom(), header.width(), footer.top() - header.bottom());
  }
};

const Tomogram& tomogramOf(const Scan& scan) {
  if (!scan.tomogram)
    throw InputError("the scan holds no tomogram to draw",
                     "Reconstruct it first, or draw a hologram (--view hologram).");
  return *scan.tomogram;
}

PictureColours coloursOf(const Scan& scan, const PictureOptions& options) {
  RiRange range = displayRange(tomogramOf(scan));
  if (options.ri_minimum > 0.0) range.low = options.ri_minimum;
  if (options.ri_maximum > 0.0) range.high = options.ri_maximum;
  if (!(range.high > range.low))
    throw InputError("the refractive index of the brightest colour must be above that of the darkest",
                     "Give --ri-maximum above --ri-minimum.");
  return {options.colour_map, range};
}

VolumeLook lookOf(const Scan& scan, const PictureOptions& options) {
  const PictureColours colours = coloursOf(scan, options);
  const double medium = scan.tomogram->medium_index;
  VolumeLook look;
  look.ri_minimum = colours.range.low;
  look.ri_maximum = colours.range.high;
  look.function = options.look == "Colour map"
                      ? colour_map_function(colours.map, colours.range.low - medium, colours.range.high - medium)
                      : preset_function(options.look);
  if (!options.membrane && !options.interior) return look;
  const SurfaceLevels levels = surface_levels(scan);
  look.surfaces[0].shown = options.membrane;
  look.surfaces[0].ri = levels.membrane_ri;
  look.surfaces[1].shown = options.interior;
  look.surfaces[1].ri = levels.interior_ri;
  return look;
}

// The colour bar stands right of the panels; what is left of `area` is returned.
QRectF drawRiBar(Page& page, const QRectF& area, const PictureColours& colours) {
  const double width = 96.0 * page.unit;
  drawColourBar(page.painter,
                QRectF(area.right() - width + 12.0 * page.unit, area.top(), width - 12.0 * page.unit, area.height()),
                ColourMap::named(colours.map), colours.range.low, colours.range.high, QStringLiteral("n"));
  return area.adjusted(0.0, 0.0, -width, 0.0);
}

void drawThree(Page& page, const QRectF& area, const Scan& scan, const PictureColours& colours, bool maximum) {
  const double gap = 8.0 * page.unit;
  const double side = (area.width() - 2.0 * gap) / 3.0;
  const VoxelPoint through = pictureCentre(scan);
  int column = 0;
  for (const SlicePlane plane : {SlicePlane::xy, SlicePlane::xz, SlicePlane::yz})
    drawSlicePanel(page.painter, QRectF(area.left() + column++ * (side + gap), area.top(), side, area.height()), scan,
                   plane, through, maximum, colours);
}

QImage slicesPicture(const Scan& scan, const PictureOptions& options, bool maximum) {
  const PictureColours colours = coloursOf(scan, options);
  Page page(scan, options.width, 0.37);
  const QRectF panels = drawRiBar(page, page.content, colours);
  drawThree(page, panels, scan, colours, maximum);
  return page.image.copy();
}

QImage volumePicture(const Scan& scan, const PictureOptions& options) {
  const PictureColours colours = coloursOf(scan, options);
  Page page(scan, options.width, 0.7);
  drawVolumePanel(page.painter, drawRiBar(page, page.content, colours), scan, lookOf(scan, options));
  return page.image.copy();
}

QImage overviewPicture(const Scan& scan, const PictureOptions& options) {
  const PictureColours colours = coloursOf(scan, options);
  const auto rows = static_cast<double>(std::clamp<std::size_t>(scan.cells.size(), 1, 8) + 1);
  const double tableHeight = rows * 1.5 * 19.5 + 8.0;
  Page page(scan, options.width, (56.0 + 34.0 + 490.0 + 12.0 + 560.0 + 12.0 + tableHeight) / 1600.0);
  const double unit = page.unit;
  const QRectF all = page.content;
  const QRectF table(all.left(), all.bottom() - tableHeight * unit, all.width(), tableHeight * unit);
  const QRectF pictures(all.left(), all.top(), all.width(), table.top() - all.top() - 12.0 * unit);
  const QRectF panels = drawRiBar(page, pictures, colours);
  const QRectF upper(panels.left(), panels.top(), panels.width(), 490.0 * unit);
  const QRectF lower(panels.left(), upper.bottom() + 12.0 * unit, panels.width(),
                     panels.bottom() - upper.bottom() - 12.0 * unit);
  drawThree(page, upper, scan, colours, false);
  const double side = std::min(lower.height(), 0.45 * lower.width());
  drawSlicePanel(page.painter, QRectF(lower.left(), lower.top(), side, lower.height()), scan, SlicePlane::xy,
                 pictureCentre(scan), true, colours);
  const QRectF volume = lower.adjusted(side + 8.0 * unit, 0.0, 0.0, 0.0);
  try {
    drawVolumePanel(page.painter, volume, scan, lookOf(scan, options));
  } catch (const DeviceError& error) {
    page.painter.fillRect(volume, colour::kPanel);
    page.painter.setPen(colour::kFaint);
    page.painter.drawText(volume, Qt::AlignCenter | Qt::TextWordWrap,
                          QCoreApplication::translate("pictures", "3D view not drawn: %1")
                              .arg(QString::fromUtf8(error.what()) + '\n' + QString::fromStdString(error.remedy())));
  }
  drawCellTable(page.painter, table, scan);
  return page.image.copy();
}

QImage hologramPicture(const Scan& scan, const PictureOptions& options) {
  if (!scan.holograms)
    throw InputError("the scan holds no holograms to draw", "Draw its slices instead (--view slices).");
  const HologramStack& stack = *scan.holograms;
  const HologramPreview preview = preview_hologram(stack, 0);
  Page page(scan, options.width, 0.86);
  const QRectF all = page.content;
  const double gap = 10.0 * page.unit;
  const double width = 0.5 * (all.width() - gap);
  const double height = 0.5 * (all.height() - gap);
  const auto panel = [&](int row, int column) {
    return QRectF(all.left() + column * (width + gap), all.top() + row * (height + gap), width, height);
  };
  const auto counts = stack.holograms[0];
  Array<float, 2> hologram(counts.shape());
  std::copy(counts.data(), counts.data() + counts.size(), hologram.data());
  const RiRange spectrum = valueRange(preview.spectrum_log.view());
  QPainter& painter = page.painter;
  const auto um = QStringLiteral("µm");
  drawValuesPanel(painter, panel(0, 0), std::as_const(hologram).view(), stack.setup.pixel_size_um, um, "grey",
                  {0.0, static_cast<double>((1 << stack.bit_depth) - 1)}, QStringLiteral("Hologram, angle 1"),
                  QStringLiteral("counts"));
  drawValuesPanel(painter, panel(0, 1), preview.spectrum_log.view(), preview.spectrum_pixel, QStringLiteral("rad/µm"),
                  "inferno", {spectrum.low + 0.35 * (spectrum.high - spectrum.low), spectrum.high},
                  QStringLiteral("Spectrum, log10 of power"), QStringLiteral("log10"));
  drawValuesPanel(painter, panel(1, 0), preview.amplitude.view(), preview.pixel_size_um, um, "grey", {0.0, 2.0},
                  QStringLiteral("Amplitude, relative"), QStringLiteral("relative"));
  drawValuesPanel(painter, panel(1, 1), preview.phase.view(), preview.pixel_size_um, um, options.colour_map,
                  valueRange(preview.phase.view()), QStringLiteral("Phase"), QStringLiteral("rad"));
  return page.image.copy();
}

QImage compose(const Scan& scan, const PictureOptions& options) {
  if (options.view == "overview") return overviewPicture(scan, options);
  if (options.view == "slices") return slicesPicture(scan, options, false);
  if (options.view == "mip") return slicesPicture(scan, options, true);
  if (options.view == "volume") return volumePicture(scan, options);
  if (options.view == "hologram") return hologramPicture(scan, options);
  throw InputError("there is no view \"" + options.view + "\"", "Choose overview, slices, mip, volume or hologram.");
}

}  // namespace

VolumeLook picture_look(const Scan& scan, const PictureOptions& options) { return lookOf(scan, options); }

void render_picture(const Scan& scan, const std::filesystem::path& path, const PictureOptions& options) {
  ensureApplication();
  const QImage image = compose(scan, options);
  AtomicFile file(path, static_cast<std::uintmax_t>(image.sizeInBytes()));
  if (!image.save(QString::fromStdString(file.temporary().string()), "PNG"))
    throw FileError(path, "the picture could not be written",
                    "Check the free space and the permissions of the folder.");
  file.commit();
}

void render_overview(const Scan& scan, const std::filesystem::path& path) { render_picture(scan, path, {}); }

}  // namespace tomocyte
