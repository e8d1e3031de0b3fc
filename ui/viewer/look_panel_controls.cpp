// The controls of the 3D look.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QVBoxLayout>

#include "ui/viewer/look_panel.h"
#include "ui/viewer/look_presets.h"
#include "ui/viewer/transfer_editor.h"

namespace tomocyte {
namespace {

constexpr int kSteps = 1000;

QSlider* slider(int low, int high, int value, const QString& tip) {
  auto* made = new QSlider(Qt::Horizontal);
  made->setRange(low, high);
  made->setValue(value);
  made->setMinimumWidth(50);
  made->setToolTip(tip);
  return made;
}

}  // namespace

LookPanel::LookPanel(QWidget* parent) : QWidget(parent) {
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(6, 6, 6, 6);
  // Built from below: what is above edits what is below.
  QWidget* transfer = buildTransfer();
  QWidget* clipping = buildClipping();
  QWidget* surfaces = buildSurfaces();
  for (QWidget* part : {surfaces, clipping, transfer}) column->addWidget(part);
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFrameShape(QFrame::NoFrame);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(scroll);
  fillPresets(presetName(volumePresets().front()));
  clipTo(0);
  setTomogram(nullptr);
}

QWidget* LookPanel::buildSurfaces() {
  auto* group = new QGroupBox(tr("Surfaces"));
  auto* grid = new QGridLayout(group);
  const QString names[] = {tr("Outer membrane"), tr("Interior (nucleus-like)")};
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    SurfaceRow& row = rows_[i];
    const int at = static_cast<int>(3 * i);
    row.shown = new QCheckBox(names[i]);
    row.ri = new QDoubleSpinBox;
    row.ri->setDecimals(4);
    row.ri->setRange(1.0, 3.0);
    row.ri->setSingleStep(0.001);
    row.ri->setLocale(QLocale::c());
    row.ri->setPrefix(QStringLiteral("n = "));
    row.ri->setKeyboardTracking(false);
    row.slider = slider(0, kSteps, 0, tr("Refractive index of the surface"));
    row.colour = new QPushButton;
    row.colour->setToolTip(tr("Colour of the surface"));
    row.colour->setFixedWidth(32);
    row.opacity = slider(5, 100, static_cast<int>(100.0 * look_.surfaces[i].opacity), tr("Opacity, 5 to 100 %"));
    grid->addWidget(row.shown, at, 0, 1, 3);
    grid->addWidget(row.ri, at + 1, 0);
    grid->addWidget(row.slider, at + 1, 1, 1, 2);
    auto* label = new QLabel(tr("Opacity"));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(label, at + 2, 0);
    grid->addWidget(row.opacity, at + 2, 1);
    grid->addWidget(row.colour, at + 2, 2);
    connect(row.shown, &QCheckBox::toggled, this, &LookPanel::edit);
    connect(row.ri, &QDoubleSpinBox::valueChanged, this, &LookPanel::edit);
    connect(row.slider, &QSlider::valueChanged, this, [this, i] { slide(i); });
    connect(row.opacity, &QSlider::valueChanged, this, &LookPanel::edit);
    connect(row.colour, &QPushButton::clicked, this, [this, i] { chooseColour(i); });
    paintButton(i);
  }
  return group;
}

QWidget* LookPanel::buildClipping() {
  auto* group = new QGroupBox(tr("Clipping plane"));
  auto* grid = new QGridLayout(group);
  clip_ = new QComboBox;
  clip_->addItems({tr("Off"), tr("Across x"), tr("Across y"), tr("Across z"), tr("Across the view")});
  clip_->setToolTip(tr("Cuts volume and surfaces open; \"Across the view\" takes the direction you look in now"));
  clipAt_ = slider(-kSteps, kSteps, 0, tr("Where the plane stands, from the centre of the volume"));
  clipText_ = new QLabel;
  clipText_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("-00.00 µm")));
  flip_ = new QPushButton(tr("Flip"));
  flip_->setToolTip(tr("Show the other side"));
  grid->addWidget(clip_, 0, 0);
  grid->addWidget(flip_, 0, 1);
  grid->addWidget(clipAt_, 1, 0);
  grid->addWidget(clipText_, 1, 1);
  connect(clip_, &QComboBox::activated, this, &LookPanel::clipTo);
  connect(clipAt_, &QSlider::valueChanged, this, &LookPanel::edit);
  connect(flip_, &QPushButton::clicked, this, [this] {
    flipped_ = !flipped_;
    edit();
  });
  return group;
}

QWidget* LookPanel::buildTransfer() {
  auto* group = new QGroupBox(tr("Volume"));
  auto* grid = new QGridLayout(group);
  volume_ = new QCheckBox(tr("Show the volume"));
  volume_->setChecked(true);
  preset_ = new QComboBox;
  preset_->setToolTip(tr("How refractive index becomes colour and opacity; points count from the medium's index"));
  editor_ = new TransferEditor;
  undo_ = new QPushButton(tr("Undo"));
  undo_->setToolTip(tr("Take back the last change of the curve (Ctrl+Z in the curve)"));
  auto* reset = new QPushButton(tr("Reset"));
  reset->setToolTip(tr("The chosen preset as it was"));
  auto* save = new QPushButton(tr("Save…"));
  save->setToolTip(tr("Keep this curve under a name"));
  remove_ = new QPushButton(tr("Delete"));
  remove_->setToolTip(tr("Delete the chosen look; the program's own stay"));
  grid->addWidget(volume_, 0, 0, 1, 2);
  grid->addWidget(preset_, 0, 2, 1, 2);
  grid->addWidget(editor_, 1, 0, 1, 4);
  int column = 0;
  for (QPushButton* button : {undo_, reset, save, remove_}) {
    button->setMinimumWidth(40);
    grid->addWidget(button, 2, column++);
  }
  connect(volume_, &QCheckBox::toggled, this, &LookPanel::edit);
  connect(preset_, &QComboBox::activated, this, &LookPanel::choosePreset);
  connect(editor_, &TransferEditor::edited, this, &LookPanel::edit);
  connect(undo_, &QPushButton::clicked, editor_, &TransferEditor::undo);
  connect(reset, &QPushButton::clicked, this, &LookPanel::choosePreset);
  connect(save, &QPushButton::clicked, this, &LookPanel::savePreset);
  connect(remove_, &QPushButton::clicked, this, &LookPanel::removePreset);
  return group;
}

}  // namespace tomocyte
