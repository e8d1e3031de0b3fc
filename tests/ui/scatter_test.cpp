// The scatter plots beside the gallery: what they show, what a lasso selects, what a blinded reader sees.
#include <QApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QSettings>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "test_application.h"
#include "tests/catch.h"
#include "ui/samples/scatter_charts.h"
#include "ui/samples/scatter_overlay.h"
#include "ui/samples/scatter_panel.h"
#include "ui/theme.h"

using namespace tomocyte;

namespace {

CatalogCell cell_at(RecordId id, const std::string& cell_class, double volume_fl, double dry_mass_pg) {
  CatalogCell record;
  record.id = id;
  record.cell.indices = {volume_fl, 150.0, 0.9, dry_mass_pg, 15.0, 1.37};
  record.call.cell_class = cell_class;
  return record;
}

// Monocytes 1 and 2 large and heavy, t-lymphocytes 3 and 4 small and light, 5 unidentified in the middle.
std::vector<CatalogCell> five_cells() {
  return {cell_at(1, "monocyte", 400, 70), cell_at(2, "monocyte", 420, 75), cell_at(3, "t-lymphocyte", 200, 30),
          cell_at(4, "t-lymphocyte", 220, 35), cell_at(5, "", 300, 50)};
}

std::vector<QString> names(const ScatterPoints& shown) {
  std::vector<QString> found;
  for (const ScatterGroup& group : shown.groups)
    if (group.cells > 0) found.push_back(group.name);
  return found;
}

// Gallery and charts as the review has them.
struct Charts {
  explicit Charts(std::vector<CatalogCell> cells) : model(default_differential_table()), charts(start()) {
    gallery.setModel(&model);
    gallery.setSelectionMode(QAbstractItemView::ExtendedSelection);
    charts = new ScatterCharts(&model, &gallery, true, &window);
    charts->resize(420, 700);
    window.resize(420, 700);
    window.show();
    model.setCells(std::move(cells), false);
    REQUIRE(QTest::qWaitFor([this] { return !panel().points().points.empty(); }, kPatienceMs));
  }
  ~Charts() { QSettings().clear(); }
  static ScatterCharts* start() {
    QSettings().clear();
    return nullptr;
  }
  [[nodiscard]] ScatterPanel& panel() const { return *charts->panel(0); }
  [[nodiscard]] ScatterOverlay& overlay() const { return *panel().findChild<ScatterOverlay*>(); }
  // Around a box of volume and dry mass, corner by corner.
  void drag(const PlanePoint& low, const PlanePoint& high, Qt::KeyboardModifiers keys = {}) const {
    const auto pixel = [&](double x, double y) { return panel().pixelOf({x, y}).toPoint(); };
    QTest::mousePress(&overlay(), Qt::LeftButton, keys, pixel(low.x, low.y));
    for (const QPoint& corner : {pixel(high.x, low.y), pixel(high.x, high.y), pixel(low.x, high.y)})
      QTest::mouseMove(&overlay(), corner);
    QTest::mouseRelease(&overlay(), Qt::LeftButton, keys, pixel(low.x, high.y));
  }
  [[nodiscard]] std::vector<RecordId> selected() const {
    std::vector<RecordId> cells;
    for (const QModelIndex& index : gallery.selectionModel()->selectedIndexes())
      cells.push_back(model.cellAt(index.row()).id);
    std::ranges::sort(cells);
    return cells;
  }

  GalleryModel model;
  QListView gallery;
  QWidget window;
  ScatterCharts* charts;
};

}  // namespace

TEST_CASE("a blinded reader's plot tells no class but those of the own calls") {
  testApplication();
  GalleryModel model(default_differential_table());
  std::vector<CatalogCell> cells = five_cells();  // the classes are the model's, as a reading lists the cells
  cells[2].reviewed = true;                       // called by the reader
  model.setCells(cells, false);
  const auto places = indexPlaces(model.cells(), {false, 0, 3});
  const ScatterPoints blind = scatterPoints(model, places, true);
  CHECK(names(blind) == std::vector<QString>{"Not read yet, or unidentified", "T lymphocytes"});
  CHECK(blind.groups[1].cells == 4);
  CHECK(names(scatterPoints(model, places, false)) ==
        std::vector<QString>{"Unidentified", "T lymphocytes", "Monocytes"});
}

TEST_CASE("a lasso selects no cell that the gallery does not show") {
  testApplication();
  GalleryModel model(default_differential_table());
  model.setCells(five_cells(), false);
  model.setFilter({.cellClass = "monocyte"});
  const ScatterPoints shown = scatterPoints(model, indexPlaces(model.cells(), {false, 0, 3}), false);
  CHECK(shown.groups[0].cells == 3);
  const std::vector<PlanePoint> everything = {{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}};
  CHECK(cellsInside(shown, everything) == std::vector<RecordId>{1, 2});
  CHECK_FALSE(nearestCell(shown, {200, 30}, {10, 10}));
  CHECK(nearestCell(shown, {402, 71}, {10, 10}) == 1);
}

TEST_CASE("a lasso selects its cells in the gallery, Ctrl adds, and the gallery's selection is ringed") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Charts view(five_cells());
  view.drag({380, 65}, {440, 80});
  CHECK(view.selected() == std::vector<RecordId>{1, 2});
  view.drag({190, 25}, {230, 40}, Qt::ControlModifier);
  CHECK(view.selected() == std::vector<RecordId>{1, 2, 3, 4});
  REQUIRE(QTest::qWaitFor([&] { return view.panel().selected().size() == 4; }, kPatienceMs));
  view.drag({290, 45}, {310, 55});
  CHECK(view.selected() == std::vector<RecordId>{5});
  view.gallery.selectionModel()->select(view.model.index(view.model.rowOf(3)), QItemSelectionModel::ClearAndSelect);
  REQUIRE(QTest::qWaitFor([&] { return view.panel().selected() == std::unordered_set<RecordId>{3}; }, kPatienceMs));
  QTest::mouseClick(&view.overlay(), Qt::LeftButton, {}, view.panel().pixelOf({400, 70}).toPoint());
  CHECK(view.selected() == std::vector<RecordId>{1});
  QTest::mouseClick(&view.overlay(), Qt::LeftButton, {}, view.panel().pixelOf({250, 70}).toPoint());
  CHECK(view.selected().empty());
}

TEST_CASE("a point is drawn where a click on it is looked for, in the colour of its class") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Charts view(five_cells());
  const QColor colour(QString::fromStdString(class_mark(view.model.table(), "monocyte").colour));
  const auto drawn = [&](const PlanePoint& at) {
    const QImage picture = view.window.grab().toImage();
    const QPoint pixel = view.overlay().mapTo(&view.window, view.panel().pixelOf(at).toPoint());
    const QColor seen = picture.pixelColor(pixel);
    return std::abs(seen.red() - colour.red()) + std::abs(seen.green() - colour.green()) +
           std::abs(seen.blue() - colour.blue());
  };
  CHECK(drawn({400, 70}) < 90);   // through a tenth of the ground
  CHECK(drawn({350, 70}) > 120);  // the ground
  applyTheme(*qApp, ThemeChoice::kLight);
  const QImage picture = view.window.grab().toImage();
  const QPoint ground = view.overlay().mapTo(&view.window, view.panel().pixelOf({350, 60}).toPoint());
  applyTheme(*qApp, ThemeChoice::kDark);
  CHECK(picture.pixelColor(ground).lightness() > 200);
}

TEST_CASE("without OpenGL the charts say so") {
  testApplication();
  GalleryModel model(default_differential_table());
  QListView gallery;
  gallery.setModel(&model);
  ScatterCharts charts(&model, &gallery, false);
  charts.setBlind(true);
  charts.setSimulated(true);
  model.setCells(five_cells(), false);
  CHECK(charts.findChild<QLabel*>()->text().contains("OpenGL"));
  CHECK(charts.panel(0) == nullptr);
}
