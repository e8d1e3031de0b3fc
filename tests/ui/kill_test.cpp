// A program that is killed during a review has stored everything that it said was reviewed.
#include <QCoreApplication>
#include <QLabel>
#include <QProcess>
#include <QProcessEnvironment>
#include <QProgressBar>
#include <iostream>
#include <random>

#include "core/catalog/audit.h"
#include "core/catalog/samples.h"
#include "core/files/scan_file.h"
#include "day.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/samples/worklist_model.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr const char* kFolder = "TOMOCYTE_TEST_KILLED_FOLDER";
constexpr int kCellsToReview = 400;

}  // namespace

// The child of the test below: reviews until it is killed, and says after each key what the window shows.
TEST_CASE("reviews until it is killed", "[.child]") {
  const QString folder = qEnvironmentVariable(kFolder);
  REQUIRE_FALSE(folder.isEmpty());
  testApplication();
  const std::filesystem::path path = folder.toStdString();
  Day day(path / "lab.sqlite");
  day.createAccounts();
  const auto file = path / "many.tomocyte.h5";
  write_scan(file, scan_of_cells(kCellsToReview));
  day.view().importFiles({file});
  REQUIRE(QTest::qWaitFor([&] { return day.view().review().model().cells().size() == kCellsToReview; }, kPatienceMs));
  day.gallery().setFocus();
  const auto* progress = day.view().review().findChild<QProgressBar*>();
  for (int i = 0; i < kCellsToReview; ++i) {
    day.press(i % 2 ? Qt::Key_Space : Qt::Key_M);
    QCoreApplication::processEvents();
    std::cout << "reviewed " << progress->value() << std::endl;
  }
  std::cout << "all" << std::endl;
  QTest::qWait(kPatienceMs);
}

TEST_CASE("a program that is killed during a review has stored every cell that it showed as reviewed") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  std::mt19937 random(std::random_device{}());
  const int wanted = std::uniform_int_distribution(1, kCellsToReview / 2)(random);
  CAPTURE(wanted);
  const Folder folder;
  QProcess child;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(kFolder, QString::fromStdString((folder / "").string()));
  child.setProcessEnvironment(environment);
  child.start(QCoreApplication::applicationFilePath(), {"reviews until it is killed"});
  int shown = 0;
  REQUIRE(QTest::qWaitFor(
      [&] {
        while (child.canReadLine()) {
          const QByteArray line = child.readLine();
          if (line.startsWith("reviewed ")) shown = line.mid(9).trimmed().toInt();
        }
        return shown >= wanted || child.state() == QProcess::NotRunning;
      },
      2 * kPatienceMs));
  child.kill();
  REQUIRE(child.waitForFinished(kPatienceMs));
  for (const QByteArray& line : child.readAll().split('\n'))
    if (line.startsWith("reviewed ")) shown = std::max(shown, line.mid(9).trimmed().toInt());
  REQUIRE(shown >= wanted);

  const Catalog catalog(catalog_location((folder / "lab.sqlite").string()), {});
  const Sample sample = list_samples(catalog).at(0);
  CHECK(sample.counts.cells == kCellsToReview);
  CHECK(sample.counts.reviewed >= shown);
  CHECK(verify_audit(catalog).intact());
}
