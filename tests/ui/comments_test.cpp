// Remarks on samples and cells, in the window.
#include <QAction>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QTextBrowser>

#include "core/catalog/comments.h"
#include "desk_fixture.h"
#include "test_application.h"
#include "ui/samples/comments_dialog.h"
#include "ui/samples/review_view.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("comments on a sample and on the selected cell are kept with their author, and the report has them",
          "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  const RecordId sample = desk.addSample("S-1", 4);
  add_comment(*std::make_unique<Catalog>(desk.other("kim")), sample, std::nullopt, "the tube was half empty");
  desk.signIn("lee");
  auto& review = desk.view.review();
  waitFor([&] { return review.model().cells().size() == 4; });
  auto* action = desk.find<QAction>("comments action");
  waitFor([&] { return action->text() == "Comments (1)…"; });
  action->trigger();
  auto& dialog = *desk.view.findChild<CommentsDialog*>();
  auto* shown = desk.find<QTextBrowser>("comments");
  CHECK(shown->toPlainText().contains("kim the reviewer"));
  CHECK(shown->toPlainText().contains("half empty"));

  auto* field = desk.find<QPlainTextEdit>("comment text");
  auto* target = desk.find<QComboBox>("comment target");
  review.list().setCurrentIndex(review.model().index(1));
  const RecordId first = review.model().cellAt(1).id;
  field->setPlainText("granules <like> none I know");
  target->setCurrentIndex(1);
  review.list().setCurrentIndex(review.model().index(2));  // looks at another one while writing
  keepPicture(dialog, "comments");
  press(dialog, "&Add the comment");
  waitFor([&] { return dialog.count() == 2; });
  const auto comments = comments_of(desk.other(), sample);
  REQUIRE(comments.size() == 2);
  CHECK(comments[1].cell == first);
  CHECK(comments[1].author == "lee");
  CHECK(comments[1].text == "granules <like> none I know");
  CHECK(field->toPlainText().isEmpty());
  CHECK(target->itemText(1).contains(QString::number(review.model().cellAt(2).id)));
  auto* report = desk.find<QTextBrowser>("report preview");
  waitFor([&] { return report->toPlainText().contains("granules <like> none I know"); });
  CHECK(report->toPlainText().contains("lee the technician"));

  shown->anchorClicked(QUrl("cell:" + QString::number(first)));
  CHECK(review.model().cellAt(review.list().currentIndex().row()).id == first);
  keepPicture(desk.view, "comments-window");

  // A blind reader sees nobody's words.
  review.startReading();
  waitFor([&] { return review.isReading(); });
  CHECK_FALSE(dialog.isVisible());
  waitFor([&] { return !action->isEnabled(); });
}
