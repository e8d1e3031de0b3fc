// A laboratory's day in the window: a catalog of its own, accounts, slides of simulated cells.
#pragma once

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/catalog/location.h"
#include "test_application.h"
#include "tests/core/catalog/catalog_fixture.h"
#include "tests/core/files_fixture.h"
#include "ui/main_window.h"
#include "ui/samples/review_view.h"
#include "ui/samples/samples_view.h"

namespace tomocyte::test {

// What the test model says: `probability` for the class, the rest for another; below 0.8 it is not sure.
[[nodiscard]] Classification said(const std::string& cell_class, double probability);

// A slide of one simulated cell of each of `types`, side by side along x, as a model would have classified it; of the
// last the model is not sure.
[[nodiscard]] Scan slide_of(const std::vector<std::string>& types, int seed);

// `count` cells of a table, without their tomogram.
[[nodiscard]] Scan scan_of_cells(int count);

// For people to judge: only where the environment names a folder (TOMOCYTE_SCREENSHOTS).
void keepScreenshot(QWidget& window, const QString& name);

// A window with a catalog of its own, in which somebody has signed in.
class Day {
 public:
  Day();
  explicit Day(const std::filesystem::path& catalog);
  ~Day();
  [[nodiscard]] CatalogLocation location() const { return catalog_location(catalog_.string()); }
  [[nodiscard]] SamplesView& view() { return window.samples(); }
  [[nodiscard]] QListView& gallery() { return view().review().list(); }

  // What another station sees, with a connection of its own.
  [[nodiscard]] Catalog other() const { return Catalog(location(), options); }
  [[nodiscard]] Sample sample() const;

  void type(const char* field, const char* text);
  void createAccounts();
  // Two slides of four cells.
  void import();
  // The catalog has `changes` more of the sample than at the last call, and the report is of them.
  void settle(int changes);
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&gallery(), key, modifiers); }
  // Presses the panel's button and fills in the dialog.
  void sign(const char* button, const char* reasonField = nullptr, const char* reason = nullptr);
  std::string exported(const char* key);

  Folder folder;
  CatalogOptions options;
  MainWindow window;

 private:
  std::filesystem::path catalog_;
  std::int64_t settled_ = 2;  // its two scans
};

}  // namespace tomocyte::test
