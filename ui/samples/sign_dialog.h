// What signing a report asks for: the password again, and the reasons that the sample makes necessary.
#pragma once

#include <QDialog>

#include "app/workflow/sample_report.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tomocyte {

class SignDialog : public QDialog {
  Q_OBJECT
 public:
  SignDialog(const SampleReport& report, const QString& signer, QWidget* parent = nullptr);

  [[nodiscard]] SampleSignature signature() const;
  [[nodiscard]] std::string amendmentReason() const;  // empty for a first version

 private:
  void update();

  QLineEdit* password_;
  QLineEdit* amendment_ = nullptr;  // null: not needed
  QLineEdit* override_ = nullptr;   // likewise
  QPushButton* sign_;
};

}  // namespace tomocyte
