// Asks for the target of a control: mean and SD, and where they are from.
#pragma once

#include <QDialog>
#include <optional>
#include <string>

#include "core/catalog/controls.h"

class QDialogButtonBox;
class QLineEdit;
class QRadioButton;

namespace tomocyte {

class TargetDialog : public QDialog {
  Q_OBJECT
 public:
  // `present`: what holds now.
  TargetDialog(const ControlQuantityName& quantity, const std::optional<ControlTarget>& present,
               QWidget* parent = nullptr);
  // Nothing: the baseline of the first measurements.
  [[nodiscard]] std::optional<ControlTarget> target() const;
  [[nodiscard]] std::string source() const;

 private:
  void check();

  QRadioButton* entered_ = nullptr;
  QLineEdit* mean_ = nullptr;
  QLineEdit* sd_ = nullptr;
  QLineEdit* source_ = nullptr;
  QDialogButtonBox* buttons_ = nullptr;
};

}  // namespace tomocyte
