// The editor of one of the laboratory's settings, from and to its JSON.
#pragma once

#include <QWidget>
#include <string>

namespace tomocyte {

class SettingPage : public QWidget {
  Q_OBJECT
 public:
  explicit SettingPage(QWidget* parent);

  // Shows a setting; says nothing of it by edited(). Throws InputError when it is none.
  virtual void setJson(const std::string& json) = 0;
  // What is shown. Throws InputError that says which field cannot be read.
  [[nodiscard]] virtual std::string json() const = 0;

 Q_SIGNALS:
  void edited();
};

}  // namespace tomocyte
