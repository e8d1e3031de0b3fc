// LOINC codes of what goes out: of the panel, the total count, and of each class its percentage and its count.
#pragma once

#include "core/report/loinc_table.h"
#include "ui/laboratory/setting_page.h"

class QHBoxLayout;
class QLineEdit;
class QTableWidget;

namespace tomocyte {

class CodePage : public SettingPage {
  Q_OBJECT
 public:
  explicit CodePage(QWidget* parent = nullptr);

  void setJson(const std::string& json) override;
  [[nodiscard]] std::string json() const override;

 private:
  [[nodiscard]] QHBoxLayout* buildButtons();
  void showRow(int row, const QString& cellClass, const std::optional<LoincCode>& percent,
               const std::optional<LoincCode>& absolute);
  void change();

  bool quiet_ = false;  // while a setting is being shown
  QLineEdit* version_;
  QLineEdit* panel_;
  QLineEdit* panelName_;
  QLineEdit* total_;
  QLineEdit* totalName_;
  QTableWidget* table_;
};

}  // namespace tomocyte
