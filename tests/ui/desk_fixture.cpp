#include "desk_fixture.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

namespace tomocyte::test {

Desk::Desk() {
  QSettings().clear();
  static_cast<void>(catalog.open_as("kim", Role::kReviewer));
  static_cast<void>(catalog.open_as("lee", Role::kTechnician));
}

Desk::~Desk() { QSettings().clear(); }

void Desk::signIn(const char* name) {
  if (!view.isVisible()) {
    CatalogOptions options;
    options.password.log2_cost = 4;  // guessing is not what these tests are about
    view.openCatalog(catalog_location(catalog.address()), options);
    view.resize(1500, 900);
    view.show();
  }
  view.lock({});
  waitFor([&] { return find<QLineEdit>("user")->isVisible(); });
  type("user", name);
  type("user password", kPassword);
  click("account go");
  waitFor([&] { return view.user() && view.user()->name == name; });
}

RecordId Desk::addSample(const char* sampleId, int cells) {
  Catalog station = other("lee");
  return import_named(catalog, station, classified_scan(sampleId, cells), std::string(sampleId) + ".tomocyte.h5")
      .sample;
}

Catalog Desk::other(const char* name) {
  Catalog station = catalog.open();
  sign_in(station, name, kPassword);
  return station;
}

void Desk::type(const char* field, const QString& text) { find<QLineEdit>(field)->setText(text); }

void Desk::click(const char* button) {
  auto* found = find<QAbstractButton>(button);
  INFO(button);
  REQUIRE(found->isEnabled());
  found->click();
}

QAction* Desk::action(const QString& text) {
  for (QAction* candidate : view.findChildren<QAction*>())
    if (candidate->text() == text) return candidate;
  FAIL("there is no " << text.toStdString());
  return nullptr;
}

void waitFor(const std::function<bool()>& condition, const std::source_location& where) {
  INFO(where.file_name() << ":" << where.line());
  REQUIRE(QTest::qWaitFor(condition, kPatienceMs));
}

void press(QWidget& in, const QString& text) {
  INFO(text.toStdString());
  for (auto* button : in.findChildren<QAbstractButton*>())
    if (button->text() == text && button->isVisible()) {
      REQUIRE(button->isEnabled());
      return button->click();
    }
  FAIL("there is no such button");
}

void keepPicture(QWidget& widget, const QString& name) {
  const QString folder = qEnvironmentVariable("TOMOCYTE_SCREENSHOTS");
  if (folder.isEmpty()) return;
  QTest::qWait(300);
  widget.grab().save(QDir(folder).filePath(name + ".png"));
}

}  // namespace tomocyte::test
