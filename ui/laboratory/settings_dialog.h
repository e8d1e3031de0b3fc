// What all stations of the laboratory share, for its administrators: a page for each setting, kept in the catalog.
#pragma once

#include <QDialog>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/catalog/settings.h"

class QLabel;
class QPushButton;
class QTabWidget;

namespace tomocyte {

class CatalogThread;
class SettingPage;

class SettingsDialog : public QDialog {
  Q_OBJECT
 public:
  SettingsDialog(CatalogThread* catalog, QWidget* parent);

  // The page of a setting is shown.
  void choose(const std::string& name);
  [[nodiscard]] SettingPage& page(const std::string& name) const;
  // Of the page that is shown; a file is not kept before it is saved.
  void importFrom(const std::filesystem::path& file);
  void exportTo(const std::filesystem::path& file);
  void save();
  void reset();
  // Reads them anew; pages with changes that are not saved stay as they are.
  void refresh();
  // The changes of all pages are given up.
  void discard();

 Q_SIGNALS:
  // It is in the catalog.
  void saved();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  struct Tab {
    std::string name;
    QString title;
    SettingPage* page = nullptr;
    Setting setting;  // that the page began with
    bool unsaved = false;
  };
  void addTab(const std::string& name, const QString& title, SettingPage* page);
  void buildButtons();
  [[nodiscard]] Tab& current();
  void take(Tab& tab, const Setting& setting);
  void checkPage();
  void updateTabs();
  // Stores what the catalog's thread makes of the tab's setting.
  void store(Tab& tab, std::function<Setting(Catalog&)> does, const QString& told);

  CatalogThread* catalog_;
  std::vector<Tab> tabs_;
  QTabWidget* pages_;
  QLabel* state_;
  QLabel* said_;
  QPushButton* save_;
  QPushButton* discard_;
  QPushButton* reset_;
};

}  // namespace tomocyte
