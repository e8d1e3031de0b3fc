// The table of classes: order, names, what each is counted against, reference ranges.
#pragma once

#include "core/differential_table.h"
#include "ui/laboratory/setting_page.h"

class QLineEdit;
class QTableWidget;

namespace tomocyte {

class ClassesPage : public SettingPage {
  Q_OBJECT
 public:
  explicit ClassesPage(QWidget* parent = nullptr);

  void setJson(const std::string& json) override;
  [[nodiscard]] std::string json() const override;

 private:
  [[nodiscard]] QWidget* buildButtons();
  void showRow(int row, const DifferentialClass& shown);
  [[nodiscard]] DifferentialClass classAt(int row) const;
  void moveRow(int by);
  void change();

  bool quiet_ = false;  // while a setting is being shown
  QLineEdit* name_;
  QLineEdit* version_;
  QLineEdit* source_;
  QLineEdit* totalLow_;
  QLineEdit* totalHigh_;
  QTableWidget* table_;
};

}  // namespace tomocyte
