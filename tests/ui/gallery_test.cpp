#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <algorithm>
#include <set>

#include "test_application.h"
#include "tests/catch.h"
#include "ui/samples/class_panel.h"

using namespace tomocyte;

namespace {

CatalogCell cell_of(RecordId id, const std::string& cell_class, double volume_fl, double probability = 0.9) {
  CatalogCell record;
  record.id = id;
  record.cell.indices = {volume_fl, 150.0, 0.9, 30.0, 15.0, 1.37};
  record.cell.classification = Classification{{{"monocyte", probability}}, "four types", "sha256:1", ""};
  record.call.cell_class = cell_class;
  return record;
}

std::vector<RecordId> shown(const GalleryModel& model) {
  std::vector<RecordId> ids;
  for (int row = 0; row < model.rowCount(); ++row) ids.push_back(model.cellAt(row).id);
  return ids;
}

}  // namespace

TEST_CASE("a cell's unlikeness is its distance from its class in robust standard deviations") {
  std::vector<CatalogCell> cells;
  for (const double volume : {210.0, 190.0, 200.0, 205.0, 400.0}) cells.push_back(cell_of(1, "monocyte", volume));
  cells.push_back(cell_of(6, "basophil", 999.0));
  const std::vector<double> result = unlikeness(cells);
  // By hand: the median is 205 fL, the median deviation 5 fL; 5 / (1.4826 x 5) / sqrt(6), 195 / (1.4826 x 5) / sqrt(6).
  // The other five indices are all the same.
  CHECK(result[0] == Approx(0.2753597));
  CHECK(result[3] == 0.0);
  CHECK(result[4] == Approx(10.739028));
  CHECK(result[5] == 0.0);  // alone in its class
}

TEST_CASE("the gallery shows unidentified cells first, then the classes as the report orders them") {
  testApplication();
  GalleryModel model(default_differential_table());
  model.setCells({cell_of(1, "monocyte", 400.0, 0.7), cell_of(2, "neutrophil", 300.0), cell_of(3, "", 200.0),
                  cell_of(4, "monocyte", 450.0, 0.6)},
                 false);
  CHECK(shown(model) == std::vector<RecordId>{3, 2, 4, 1});
  model.setOrder(GalleryOrder::kImported);
  CHECK(shown(model) == std::vector<RecordId>{3, 2, 1, 4});
  model.setFilter({.cellClass = "monocyte"});
  CHECK(shown(model) == std::vector<RecordId>{1, 4});
}

TEST_CASE("a reviewed cell leaves a filter that it no longer fits, and an undo brings it back") {
  testApplication();
  GalleryModel model(default_differential_table());
  CatalogCell cell = cell_of(3, "", 200.0);
  model.setCells({cell_of(1, "monocyte", 400.0), cell}, false);
  model.setFilter({.cellClass = ""});
  REQUIRE(shown(model) == std::vector<RecordId>{3});
  CatalogCell called = cell;
  called.call.cell_class = "basophil";
  model.replaceCells({called});
  CHECK(model.rowCount() == 0);
  model.replaceCells({cell});
  CHECK(shown(model) == std::vector<RecordId>{3});
  cell.call.flags.doublet = true;  // needs no class
  model.replaceCells({cell});
  CHECK(model.rowCount() == 0);
}

TEST_CASE("a thumbnail is asked for once") {
  testApplication();
  GalleryModel model(default_differential_table());
  model.setCells({cell_of(7, "monocyte", 400.0)}, false);
  const QSignalSpy asked(&model, &GalleryModel::thumbnailWanted);
  CHECK(model.thumbnail(7).isNull());
  CHECK(model.thumbnail(7).isNull());
  CHECK(asked.count() == 1);
  QImage image(4, 4, QImage::Format_RGB32);
  image.fill(Qt::red);
  model.setThumbnail(7, image);
  CHECK(model.thumbnail(7).width() == 4);
}

TEST_CASE("cells dropped on a class ask for that class; on a flag nothing happens") {
  testApplication();
  ClassPanel panel;
  panel.resize(300, 600);
  panel.setCells({cell_of(5, "monocyte", 400.0)}, default_differential_table());
  QMimeData data;
  data.setData(kCellsMimeType, "5\n8\n");
  std::vector<RecordId> cells;
  std::string to;
  QObject::connect(&panel, &ClassPanel::dropped, [&](const std::vector<RecordId>& dropped, const std::string& name) {
    cells = dropped;
    to = name;
  });
  const auto dropOn = [&](const char* name) {
    const QRect row = panel.visualItemRect(panel.findItems(name, Qt::MatchExactly, 1).at(0));
    QDragEnterEvent enter(row.center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(panel.viewport(), &enter);  // Qt drops only where a drag has come in
    CHECK(enter.isAccepted());
    QDropEvent drop(row.center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(panel.viewport(), &drop);
  };
  dropOn("⚑ Artefact");
  CHECK(cells.empty());
  dropOn("Basophils");
  CHECK(cells == std::vector<RecordId>{5, 8});
  CHECK(to == "basophil");
  dropOn("Unidentified");
  CHECK(to.empty());
}

TEST_CASE("every class and flag has a key of its own, and a class keeps its key in every sample") {
  const DifferentialTable table = default_differential_table();
  const auto few = classKeys(table, {});
  const auto all = classKeys(table, {"lymphoid", "myeloid", "myelocyte", "red", "rbc", "monocyte"});
  std::set<char> keys = {kUnidentifiedKey};
  for (const ClassKey& c : all) CHECK(keys.insert(c.key).second);
  for (const FlagKey& flag : flagKeys()) CHECK(keys.insert(flag.key).second);
  for (const ClassKey& c : few) {
    const auto same = std::ranges::find(all, c.cellClass, &ClassKey::cellClass);
    REQUIRE(same != all.end());
    CHECK(same->key == c.key);
  }
  CHECK(std::ranges::find(few, "myelocyte", &ClassKey::cellClass) == few.end());
  CHECK(std::ranges::find(few, "dead", &ClassKey::cellClass) == few.end());
}
