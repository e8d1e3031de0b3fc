#include "ui/microscope/fault_panel.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tomocyte {

FaultPanel::FaultPanel(QWidget* parent) : QGroupBox(tr("Rehearse a fault (simulated)"), parent) {
  setToolTip(QCoreApplication::translate(
      "fault_panel", "Faults of the simulated microscope, to see what a scan does and how it goes on"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 4);
  column->setSpacing(2);
  add(tr("Camera cable pulled"), tr("The camera gives no frame and no answer"), &SimulatedFaults::camera_unplugged);
  add(tr("Frames get lost"), tr("Every 20th triggered frame does not arrive"), &SimulatedFaults::frames_lost);
  add(tr("DMD patterns swapped"), tr("The DMD shows its patterns 2 and 3 in each other's place"),
      &SimulatedFaults::patterns_swapped);
  add(tr("Laser stays dark"), tr("The laser says that it is on and is not"), &SimulatedFaults::light_dark);
  add(tr("Stage stalls"), tr("A move stops half-way"), &SimulatedFaults::stage_stalled);
  add(tr("Disk full"), tr("The disk takes no more frames"), &SimulatedFaults::disk_full);
  add(tr("Disk slow"), tr("Each frame takes 100 ms to store"), &SimulatedFaults::disk_slow);
  focus_ = new QDoubleSpinBox;
  focus_->setRange(-10.0, 10.0);
  focus_->setSingleStep(0.5);
  focus_->setSuffix(QStringLiteral(" µm"));
  focus_->setAccessibleName(tr("Focus drift"));
  connect(focus_, &QDoubleSpinBox::valueChanged, this, [this](double shift) {
    if (instrument_) instrument_->faults()->focus_shift_um = shift;
  });
  auto* row = new QHBoxLayout;
  row->addWidget(new QLabel(tr("Focus drift")));
  row->addWidget(focus_, 1);
  column->addLayout(row);
  hide();
}

void FaultPanel::add(const QString& text, const QString& help, std::atomic<bool> SimulatedFaults::*fault) {
  auto* box = new QCheckBox(text);
  box->setToolTip(help);
  connect(box, &QCheckBox::toggled, this, [this, fault](bool on) {
    if (instrument_) instrument_->faults()->*fault = on;
  });
  layout()->addWidget(box);
  boxes_.push_back(box);
}

void FaultPanel::setInstrument(std::shared_ptr<ConnectedInstrument> instrument) {
  for (QCheckBox* box : boxes_) box->setChecked(false);
  focus_->setValue(0.0);
  instrument_ = instrument && instrument->faults() ? std::move(instrument) : nullptr;
  setVisible(instrument_ != nullptr);
}

}  // namespace tomocyte
