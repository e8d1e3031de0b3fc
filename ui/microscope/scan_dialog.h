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
  // `plan` holds the positions, and the place of the background when `backgroundPlace`.
  ScanDialog(ScanPlan plan, bool backgroundPlace, const OpticalSetup& setup, QWidget* parent);

  // A cell of `first`'s sample once more: what is asked is the new file's name, a number behind it where the folder has
  // such a scan already; the rest is suggested as it was.
  void scanAgain(const SampleInformation& first);
  [[nodiscard]] const ScanPlan& plan() const { return plan_; }
  [[nodiscard]] SampleInformation sample() const;
  [[nodiscard]] std::filesystem::path output() const;
  // The scan file whose background is used; empty: one is acquired.
  [[nodiscard]] std::filesystem::path background() const;

 private:
  void buildSample(QFormLayout& form);
  void buildIllumination(QFormLayout& form);
  void buildBackground(QFormLayout& form);
  void chooseFolder();
  void chooseBackground();
  // Before the entry that asks for one; returns its index.
  int addBackground(const QString& path);
  [[nodiscard]] QString problem() const;
  void suggestId(const QString& id);
  void update();
  void restore();
  void accept() override;

  ScanPlan plan_;
  bool backgroundPlace_;
  OpticalSetup setup_;
  std::optional<SampleInformation> again_;
  QFormLayout* form_;
  QLineEdit* id_;
  QLineEdit* donor_;
  QDoubleSpinBox* medium_;
  QLineEdit* operator_;
  QPlainTextEdit* notes_;
  QLineEdit* folder_;
  QComboBox* background_;
  QComboBox* pattern_;
  QDoubleSpinBox* aperture_;
  QSpinBox* angles_;
  QLabel* summary_;
};

}  // namespace tomocyte
