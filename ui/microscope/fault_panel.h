// Faults of the simulated microscope to switch on, for training: what happens to a scan, and how it goes on.
#pragma once

#include <QGroupBox>
#include <atomic>
#include <memory>
#include <vector>

#include "acquisition/instrument/connected_instrument.h"
#include "acquisition/simulated_faults.h"

class QCheckBox;
class QDoubleSpinBox;

namespace tomocyte {

class FaultPanel : public QGroupBox {
  Q_OBJECT
 public:
  explicit FaultPanel(QWidget* parent = nullptr);
  // Hidden unless its devices are simulated. All faults of the one before are off.
  void setInstrument(std::shared_ptr<ConnectedInstrument> instrument);

 private:
  void add(const QString& text, const QString& help, std::atomic<bool> SimulatedFaults::*fault);

  std::shared_ptr<ConnectedInstrument> instrument_;
  std::vector<QCheckBox*> boxes_;
  QDoubleSpinBox* focus_;
};

}  // namespace tomocyte
