// Where signed reports go: to a listener, into a folder, or nowhere.
#pragma once

#include "core/report/delivery_settings.h"
#include "ui/laboratory/setting_page.h"

class QComboBox;
class QLineEdit;

namespace tomocyte {

class OptionForm;

class DeliveryPage : public SettingPage {
  Q_OBJECT
 public:
  explicit DeliveryPage(QWidget* parent = nullptr);

  void setJson(const std::string& json) override;
  [[nodiscard]] std::string json() const override;

 private:
  void updateWay();
  void change();

  bool quiet_ = false;  // while a setting is being shown
  DeliverySettings settings_;
  QComboBox* way_;
  QLineEdit* queue_;
  QLineEdit* folder_;
  QWidget* folderRow_;
  QWidget* queueRow_;
  OptionForm* listener_;
  OptionForm* retry_;
};

}  // namespace tomocyte
