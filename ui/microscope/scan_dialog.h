// What is asked before a scan: the sample, the angles, the timing, and where the files go. Shows the expected time.
#pragma once

#include <QDialog>

#include "app/workflow/instrument_scan.h"
#include "app/workflow/seal.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace tomocyte {

class ScanDialog : public QDialog {
  Q_OBJECT
 public:
  // `plan` holds the positions and the background.
  ScanDialog(ScanPlan plan, const OpticalSetup& setup, QWidget* parent);

  [[nodiscard]] const ScanPlan& plan() const { return plan_; }
  [[nodiscard]] SampleInformation sample() const;
  [[nodiscard]] std::filesystem::path output() const;

 private:
  void buildSample(QFormLayout& form);
  void buildIllumination(QFormLayout& form);
  void chooseFolder();
  void update();
  void restore();
  void accept() override;

  ScanPlan plan_;
  OpticalSetup setup_;
  QLineEdit* id_;
  QLineEdit* operator_;
  QPlainTextEdit* notes_;
  QLineEdit* folder_;
  QComboBox* pattern_;
  QDoubleSpinBox* aperture_;
  QSpinBox* angles_;
  QLabel* summary_;
};

}  // namespace tomocyte
