// What the program selects while a key is held is that cell alone: the next key reviews what is selected.
#include <QAction>
#include <QListView>
#include <QTest>
#include <algorithm>

#include "core/catalog/cells.h"
#include "desk_fixture.h"
#include "test_application.h"
#include "ui/samples/review_view.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("after an undo with Ctrl still held one cell is selected, and the next key reviews no other", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  desk.addSample("S-1", 5);
  desk.signIn("lee");
  ReviewView& review = desk.view.review();
  waitFor([&] { return review.model().rowCount() == 5; });
  const auto reviewed = [&] { return std::ranges::count_if(review.model().cells(), &CatalogCell::reviewed); };
  desk.view.activateWindow();  // shortcuts need it, and there is no window manager
  REQUIRE(QTest::qWaitForWindowActive(&desk.view, kPatienceMs));
  review.list().setFocus();
  const RecordId first = review.model().cellAt(0).id;
  REQUIRE(review.selectCell(first));
  QTest::keyClick(&review.list(), Qt::Key_M);
  waitFor([&] { return desk.action("Undo")->isEnabled(); });
  QTest::keyClick(&review.list(), Qt::Key_Z, Qt::ControlModifier);
  waitFor([&] { return reviewed() == 0; });
  REQUIRE(QGuiApplication::keyboardModifiers() == Qt::ControlModifier);
  CHECK(review.selected() == std::vector<RecordId>{first});
  QTest::keyClick(&review.list(), Qt::Key_T, Qt::NoModifier);
  waitFor([&] { return get_cell(desk.other(), first).call.cell_class == "t-lymphocyte"; });
  CHECK(reviewed() == 1);
}

TEST_CASE("cells that somebody has selected stay selected when the sample is read again", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  const RecordId sample = desk.addSample("S-1", 5);
  desk.signIn("lee");
  ReviewView& review = desk.view.review();
  waitFor([&] { return review.model().rowCount() == 5; });
  const auto select = [&](int row, QItemSelectionModel::SelectionFlag how) {
    review.list().selectionModel()->setCurrentIndex(review.model().index(row), how);
    return review.model().cellAt(row).id;
  };
  const std::vector<RecordId> two = {select(1, QItemSelectionModel::ClearAndSelect),
                                     select(3, QItemSelectionModel::Select)};
  bool read = false;
  QObject::connect(&review.model(), &GalleryModel::modelReset, &desk.view, [&] { read = true; });
  review.setSample(get_sample(desk.other(), sample));
  waitFor([&] { return read; });
  CHECK(review.selected() == two);
}
