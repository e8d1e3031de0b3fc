#include "ui/laboratory/settings_dialog.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <memory>

#include "app/workflow/laboratory_settings.h"
#include "core/error.h"
#include "core/files/text_file.h"
#include "ui/laboratory/classes_page.h"
#include "ui/laboratory/code_page.h"
#include "ui/laboratory/delivery_page.h"
#include "ui/laboratory/local_time.h"
#include "ui/laboratory/template_page.h"
#include "ui/samples/catalog_thread.h"

namespace tomocyte {
namespace {

QString sentenceOf(const Error& error) {
  QString text = QString::fromUtf8(error.what());
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return error.remedy().empty() ? text + '.' : text + ". " + QString::fromStdString(error.remedy());
}

}  // namespace

SettingsDialog::SettingsDialog(CatalogThread* catalog, QWidget* parent) : QDialog(parent), catalog_(catalog) {
  setWindowTitle(tr("Settings of the laboratory"));
  resize(1120, 780);
  pages_ = new QTabWidget;
  state_ = new QLabel;
  said_ = new QLabel;
  said_->setObjectName(QStringLiteral("settings said"));
  for (QLabel* label : {state_, said_}) label->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->addWidget(pages_, 1);
  column->addWidget(state_);
  column->addWidget(said_);
  buildButtons();
  addTab(kTemplateSetting, tr("Report pages"), new TemplatePage);
  addTab(kClassesSetting, tr("Classes and ranges"), new ClassesPage);
  addTab(kLoincSetting, tr("LOINC codes"), new CodePage);
  addTab(kDeliverySetting, tr("Delivery"), new DeliveryPage);
  connect(pages_, &QTabWidget::currentChanged, this, &SettingsDialog::checkPage);
  checkPage();
}

void SettingsDialog::buildButtons() {
  auto* row = new QHBoxLayout;
  const auto button = [this, row](const QString& text, const QString& help, auto does) {
    auto* made = new QPushButton(text);
    made->setAutoDefault(false);
    made->setToolTip(help);
    connect(made, &QPushButton::clicked, this, does);
    row->addWidget(made);
    return made;
  };
  save_ = button(tr("&Save this page"), tr("For all stations; the audit trail has who and when"), [this] { save(); });
  discard_ = button(tr("Give up the &changes"), tr("Reads what the catalog has"), [this] {
    current().unsaved = false;
    refresh();
  });
  reset_ = button(tr("As it &ships"), tr("Takes the laboratory's own setting out again"), [this] { reset(); });
  button(tr("&Import…"), tr("From a JSON file; nothing is kept before you save"), [this] {
    const QString file = QFileDialog::getOpenFileName(this, tr("Import the setting"), {}, tr("JSON files (*.json)"));
    if (!file.isEmpty()) importFrom(file.toStdString());
  });
  button(tr("&Export…"), tr("As a JSON file, as the command line reads it"), [this] {
    QString file = QFileDialog::getSaveFileName(
        this, tr("Export the setting"), QString::fromStdString(current().name + ".json"), tr("JSON files (*.json)"));
    if (!file.isEmpty()) exportTo(file.toStdString());
  });
  row->addStretch();
  auto* close = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
  row->addWidget(close);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void SettingsDialog::addTab(const std::string& name, const QString& title, SettingPage* page) {
  tabs_.push_back({name, title, page, {}, false});
  tabs_.back().setting.name = name;
  page->setJson(shipped_setting(name));
  pages_->addTab(page, title);
  connect(page, &SettingPage::edited, this, [this, index = tabs_.size() - 1] {
    tabs_[index].unsaved = true;
    checkPage();
  });
}

SettingsDialog::Tab& SettingsDialog::current() { return tabs_[static_cast<std::size_t>(pages_->currentIndex())]; }

void SettingsDialog::choose(const std::string& name) {
  pages_->setCurrentIndex(static_cast<int>(std::ranges::find(tabs_, name, &Tab::name) - tabs_.begin()));
}

SettingPage& SettingsDialog::page(const std::string& name) const {
  return *std::ranges::find(tabs_, name, &Tab::name)->page;
}

void SettingsDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  refresh();
}

void SettingsDialog::refresh() {
  catalog_->post(
      [this](Catalog& catalog) -> CatalogThread::Finish {
        const auto settings = std::make_shared<std::vector<Setting>>();
        for (const std::string& name : laboratory_setting_names()) settings->push_back(get_setting(catalog, name));
        return [this, settings] {
          for (const Setting& setting : *settings)
            for (Tab& tab : tabs_)
              if (tab.name == setting.name && !tab.unsaved) take(tab, setting);
          checkPage();
        };
      },
      [this](const CatalogThread::Refusal& refusal) { said_->setText(refusal.text()); });
}

void SettingsDialog::discard() {
  for (Tab& tab : tabs_) tab.unsaved = false;
}

void SettingsDialog::take(Tab& tab, const Setting& setting) {
  tab.setting = setting;
  tab.unsaved = false;
  try {
    tab.page->setJson(setting_text(setting));
  } catch (const Error& error) {  // of a newer program
    said_->setText(sentenceOf(error));
  }
}

// What is wrong with the page that is shown stands below it, and it cannot be saved.
void SettingsDialog::checkPage() {
  const Tab& tab = current();
  QString problem;
  try {
    check_laboratory_setting(tab.name, tab.page->json());
  } catch (const Error& error) {
    problem = sentenceOf(error);
  }
  said_->setText(problem);
  save_->setEnabled(tab.unsaved && problem.isEmpty());
  updateTabs();
}

void SettingsDialog::updateTabs() {
  for (std::size_t i = 0; i < tabs_.size(); ++i)
    pages_->setTabText(static_cast<int>(i), tabs_[i].unsaved ? tabs_[i].title + " *" : tabs_[i].title);
  const Setting& setting = current().setting;
  const QString who = QString::fromStdString(setting.changed_by);
  state_->setText(setting.revision == 0 ? tr("As it ships; the laboratory has never changed it.")
                  : setting.value.empty()
                      ? tr("As it ships, since %1 by %2.").arg(localTime(setting.changed_utc), who)
                      : tr("The laboratory's own, saved %1 by %2.").arg(localTime(setting.changed_utc), who));
  discard_->setEnabled(current().unsaved);
  reset_->setEnabled(!setting.value.empty());
}

void SettingsDialog::store(Tab& tab, std::function<Setting(Catalog&)> does, const QString& told) {
  save_->setEnabled(false);
  catalog_->post(
      [this, &tab, does = std::move(does), told](Catalog& catalog) -> CatalogThread::Finish {
        return [this, &tab, told, setting = does(catalog)] {
          take(tab, setting);
          checkPage();
          if (said_->text().isEmpty()) said_->setText(told);
          Q_EMIT saved();
        };
      },
      [this](const CatalogThread::Refusal& refusal) {
        checkPage();
        said_->setText(refusal.text());
      });
}

void SettingsDialog::save() {
  Tab& tab = current();
  store(
      tab,
      [name = tab.name, json = tab.page->json(), revision = tab.setting.revision](Catalog& catalog) {
        return set_laboratory_setting(catalog, name, json, revision);
      },
      tr("Saved. All stations use it from their next report on."));
}

void SettingsDialog::reset() {
  Tab& tab = current();
  store(
      tab,
      [name = tab.name, revision = tab.setting.revision](Catalog& catalog) {
        return reset_setting(catalog, name, revision);
      },
      tr("As it ships again."));
}

void SettingsDialog::importFrom(const std::filesystem::path& file) {
  Tab& tab = current();
  try {
    tab.page->setJson(setting_from_file(tab.name, file));
    tab.unsaved = true;
    checkPage();
  } catch (const Error& error) {
    said_->setText(sentenceOf(error));
  }
}

void SettingsDialog::exportTo(const std::filesystem::path& file) {
  try {
    write_text_file(file, current().page->json());
    said_->setText(tr("Written to %1.").arg(QString::fromStdString(file.string())));
  } catch (const Error& error) {
    said_->setText(sentenceOf(error));
  }
}

}  // namespace tomocyte
