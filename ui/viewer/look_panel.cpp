// What the controls of the 3D look mean. The scene is drawn by whoever listens to edited().
#include "ui/viewer/look_panel.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "ui/viewer/look_presets.h"
#include "ui/viewer/transfer_editor.h"

namespace tomocyte {
namespace {

constexpr int kSteps = 1000;

QColor colourOf(const SurfaceLook& look) {
  return QColor::fromRgbF(static_cast<float>(look.colour[0]), static_cast<float>(look.colour[1]),
                          static_cast<float>(look.colour[2]));
}

// How far a box of these half edges reaches along the normal.
double reach(const std::array<double, 3>& halfUm, const std::array<double, 3>& normal) {
  double sum = 0.0;
  for (std::size_t axis = 0; axis < 3; ++axis) sum += std::abs(normal[axis]) * halfUm[axis];
  return sum;
}

}  // namespace

void LookPanel::edit() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    look_.surfaces[i].shown = rows_[i].shown->isChecked();
    look_.surfaces[i].ri = rows_[i].ri->value();
    look_.surfaces[i].opacity = rows_[i].opacity->value() / 100.0;
  }
  look_.volume = volume_->isChecked();
  look_.function = editor_->function();
  const double at = static_cast<double>(clipAt_->value()) / kSteps * reach(halfUm_, across_);
  const double side = flipped_ ? -1.0 : 1.0;
  for (std::size_t axis = 0; axis < 3; ++axis) look_.clip.normal[axis] = side * across_[axis];
  look_.clip.offset_um = side * at;
  clipText_->setText(look_.clip.on ? tr("%1 µm").arg(at, 0, 'f', 2) : QString());
  undo_->setEnabled(editor_->canUndo());
  Q_EMIT edited();
}

void LookPanel::setTomogram(const Tomogram* tomogram) {
  setEnabled(tomogram);
  if (!tomogram) return;
  medium_ = tomogram->medium_index;
  const VoxelSize& size = tomogram->voxel_size_um;
  const Shape<3>& shape = tomogram->ri.shape();
  halfUm_ = {0.5 * size.x * static_cast<double>(shape[2]), 0.5 * size.y * static_cast<double>(shape[1]),
             0.5 * size.z * static_cast<double>(shape[0])};
  const QSignalBlocker quiet(clip_);
  clip_->setCurrentIndex(0);
  clipTo(0);
}

void LookPanel::setLevels(const SurfaceLevels& levels) {
  highest_ = levels.ri.high;
  editor_->setHistogram(levels.ri, medium_);
  const double ri[] = {levels.membrane_ri, levels.interior_ri};
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const QSignalBlocker quiet(rows_[i].ri);
    rows_[i].ri->setValue(ri[i]);
    const QSignalBlocker quietSlider(rows_[i].slider);
    rows_[i].slider->setValue(
        static_cast<int>(std::lround(kSteps * (ri[i] - medium_) / std::max(highest_ - medium_, 1e-4))));
  }
  rows_[1].shown->setToolTip(
      levels.interior_found ? tr("Denser interior, like a nucleus. Default: Otsu's threshold within the cells, n = %1")
                                  .arg(levels.interior_ri, 0, 'f', 4)
                            : tr("Denser interior, like a nucleus. These cells are even: the default, n = %1, lies "
                                 "halfway to the highest "
                                 "value")
                                  .arg(levels.interior_ri, 0, 'f', 4));
  rows_[0].shown->setToolTip(tr("Outer membrane. Default: the bound that the cells were measured with, n = %1")
                                 .arg(levels.membrane_ri, 0, 'f', 4));
  edit();
}

void LookPanel::setColours(const std::string& map, double low, double high) {
  map_ = map;
  look_.ri_minimum = low;
  look_.ri_maximum = high;
  editor_->setRange(low, high);
  // What the user has drawn stays.
  if (editor_->function() == generated_) {
    generated_ = colour_map_function(map_, low - medium_, high - medium_);
    editor_->setFunction(generated_, false);
  }
  edit();
}

void LookPanel::setShown(bool volume, bool membrane, bool interior) {
  const QSignalBlocker quietVolume(volume_);
  const QSignalBlocker quietMembrane(rows_[0].shown);
  const QSignalBlocker quietInterior(rows_[1].shown);
  volume_->setChecked(volume);
  rows_[0].shown->setChecked(membrane);
  rows_[1].shown->setChecked(interior);
  edit();
}

void LookPanel::slide(std::size_t surface) {
  const double t = static_cast<double>(rows_[surface].slider->value()) / kSteps;
  rows_[surface].shown->setChecked(true);
  rows_[surface].ri->setValue(medium_ + t * (highest_ - medium_));
}

void LookPanel::paintButton(std::size_t surface) {
  QPixmap swatch(14, 14);
  swatch.fill(colourOf(look_.surfaces[surface]));
  rows_[surface].colour->setIcon(swatch);
}

void LookPanel::chooseColour(std::size_t surface) {
  auto* dialog = new QColorDialog(colourOf(look_.surfaces[surface]), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  const auto take = [this, surface](const QColor& colour) {
    look_.surfaces[surface].colour = {colour.redF(), colour.greenF(), colour.blueF()};
    paintButton(surface);
    edit();
  };
  connect(dialog, &QColorDialog::currentColorChanged, this, take);
  connect(dialog, &QDialog::rejected, this, [take, before = colourOf(look_.surfaces[surface])] { take(before); });
  dialog->open();
}

// 0: off; 1, 2, 3: across x, y, z; 4: across the direction of view.
void LookPanel::clipTo(int choice) {
  look_.clip.on = choice > 0;
  if (choice >= 1 && choice <= 3) {
    across_ = {0, 0, 0};
    across_[static_cast<std::size_t>(choice - 1)] = 1.0;
  } else if (choice == 4) {
    for (std::size_t axis = 0; axis < 3; ++axis) across_[axis] = -towards_[axis];
  }
  clipAt_->setEnabled(look_.clip.on);
  flip_->setEnabled(look_.clip.on);
  edit();
}

// The program's own have their name in the code as data, the user's have none.
void LookPanel::fillPresets(const QString& chosen) {
  const QSignalBlocker quiet(preset_);
  preset_->clear();
  for (const std::string& preset : volumePresets())
    preset_->addItem(presetName(preset), QString::fromStdString(preset));
  preset_->insertSeparator(preset_->count());
  for (const QString& name : savedLooks()) preset_->addItem(name);
  preset_->setCurrentText(chosen);
  remove_->setEnabled(!preset_->currentData().isValid());
}

void LookPanel::choosePreset() {
  const QString own = preset_->currentData().toString();
  remove_->setEnabled(own.isEmpty());
  try {
    if (own.isEmpty()) {
      editor_->setFunction(savedLook(preset_->currentText()), true);
    } else if (own == "Colour map") {
      generated_ = colour_map_function(map_, look_.ri_minimum - medium_, look_.ri_maximum - medium_);
      editor_->setFunction(generated_, true);
    } else {
      editor_->setFunction(preset_function(own.toStdString()), true);
    }
    edit();
  } catch (const Error& error) {
    Q_EMIT message(QString::fromStdString(error.what()));
  }
}

void LookPanel::savePreset() {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Save the 3D look"));
  dialog->setLabelText(tr("Name of the look (one of the same name is replaced)"));
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
    try {
      saveLook(name, editor_->function());
      fillPresets(name.trimmed());
      Q_EMIT message(tr("3D look \"%1\" saved").arg(name.trimmed()));
    } catch (const Error& error) {
      Q_EMIT message(
          QString("%1 %2").arg(QString::fromStdString(error.what()), QString::fromStdString(error.remedy())));
    }
  });
  dialog->open();
}

void LookPanel::removePreset() {
  removeLook(preset_->currentText());
  fillPresets(presetName(volumePresets().front()));
  choosePreset();
}

}  // namespace tomocyte
