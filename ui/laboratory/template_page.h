// The pages of the report: laboratory, logo, language, sections and their order, with the first page as it will be.
#pragma once

#include <QTimer>

#include "core/report/report_template.h"
#include "ui/laboratory/setting_page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace tomocyte {

class TemplatePage : public SettingPage {
  Q_OBJECT
 public:
  explicit TemplatePage(QWidget* parent = nullptr);

  void setJson(const std::string& json) override;
  [[nodiscard]] std::string json() const override;
  // Throws FileError.
  void setLogo(const std::filesystem::path& file);

 private:
  [[nodiscard]] QWidget* buildForm();
  [[nodiscard]] QWidget* buildSections();
  [[nodiscard]] ReportTemplate layoutNow() const;
  void chooseLogo();
  void moveSection(int by);
  void change();
  void showLogo();
  void showPreview();

  QTimer soon_;
  bool quiet_ = false;  // while a setting is being shown
  std::string logo_;    // "data:image/…", empty: none
  QLineEdit* name_;
  QPlainTextEdit* address_;
  QLabel* logoPicture_;
  QPushButton* removeLogo_;
  QComboBox* language_;
  QListWidget* sections_;
  QLabel* preview_;
  QLabel* said_;
};

}  // namespace tomocyte
