// The tab of the samples alone, on a catalog that begins with three people and, where a test wants it, samples: what
// technicians do at their desk without a microscope.
#pragma once

#include <QString>
#include <functional>
#include <source_location>

#include "test_application.h"
#include "tests/core/catalog/catalog_fixture.h"
#include "ui/background_job.h"
#include "ui/samples/samples_view.h"

class QAction;

namespace tomocyte::test {

// "admin" (administrator), "kim" (reviewer), "lee" (technician); passwords are kPassword.
class Desk {
 public:
  Desk();
  ~Desk();

  // Opens the catalog and signs this person in. Whoever was signed in is signed out.
  void signIn(const char* name);
  // Imports `cells` simulated cells of a file of that name (catalog_fixture.h); the file holds no scan.
  RecordId addSample(const char* sampleId, int cells);
  // What another station sees, with a connection of its own, in which `name` has signed in.
  [[nodiscard]] Catalog other(const char* name = "kim");

  template <class Widget>
  [[nodiscard]] Widget* find(const char* name) {
    auto* found = view.findChild<Widget*>(QString::fromUtf8(name));
    if (!found) FAIL("there is no " << name);
    return found;
  }
  void type(const char* field, const QString& text);
  void click(const char* button);
  // An entry of the menu of a button or of the laboratory.
  [[nodiscard]] QAction* action(const QString& text);

  TestCatalog catalog;
  BackgroundJob job;
  SamplesView view{&job};
};

// Waits until it is true; fails the test when it never is.
void waitFor(const std::function<bool()>& condition,
             const std::source_location& where = std::source_location::current());

// A button of `in`, by what stands on it; it must be enabled.
void press(QWidget& in, const QString& text);

// For people to judge: only where the environment variable TOMOCYTE_SCREENSHOTS names a folder.
void keepPicture(QWidget& widget, const QString& name);

}  // namespace tomocyte::test
