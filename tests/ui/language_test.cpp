// The window in Korean. The other tests run in English.
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <QTranslator>
#include <algorithm>

#include "app/workflow/installed_models.h"
#include "app/workflow/workflow.h"
#include "core/catalog/controls.h"
#include "core/differential_table.h"
#include "core/error.h"
#include "core/report/report_template.h"
#include "core/report/reported_index.h"
#include "day.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/background_job.h"
#include "ui/colour_map.h"
#include "ui/index_name.h"
#include "ui/option_form.h"
#include "ui/samples/statistics_view.h"
#include "ui/viewer/look_presets.h"
#include "ui/volume_scene.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

// As installLanguage() does it, and taken back at the end: other tests may follow in this process.
struct Korean {
  Korean() {
    REQUIRE(translator.load(QStringLiteral(":/i18n/tomocyte_ko")));
    QCoreApplication::installTranslator(&translator);
  }
  ~Korean() { QCoreApplication::removeTranslator(&translator); }
  QTranslator translator;
};

bool isKorean(const QString& text) {
  return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

// What the laboratory, models and options call things.
std::vector<std::string> ownNames() {
  std::vector<std::string> names = ColourMap::names();
  for (const DifferentialClass& c : default_differential_table().classes)
    names.insert(names.end(), {c.name, c.cell_class});
  for (const auto& folder : installed_models()) names.push_back(folder.filename().string());
  for (const auto& option : option_table<SimulationOptions>())
    names.insert(names.end(), option.choices.begin(), option.choices.end());
  std::ranges::sort(names, std::ranges::greater(), &std::string::size);  // a name may hold another
  return names;
}

// What stays English: these names, marks of the regulation, and Qt's own buttons, whose texts are a package of their
// own.
bool mayBeEnglish(QString text) {
  static const QRegularExpression kTags("<[^>]*>");
  static const QRegularExpression kKept(
      "SIMULATED|For Research Use Only\\.? ?(Not for use in diagnostic procedures\\.)?|Tomocyte|Kim Min-ji|English|"
      "SEM|Close|Cancel|/\\S+");
  text = text.remove(kTags).remove(kKept);
  for (const std::string& name : ownNames()) text = text.remove(QString::fromStdString(name));
  static const QRegularExpression kWord("[A-Za-z]{3}");
  return isKorean(text) || !text.contains(kWord);
}

void addTexts(QStringList& texts, const QWidget& widget) {
  texts << widget.toolTip();
  for (const QAction* action : widget.actions()) texts << action->text() << action->toolTip();
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) texts << label->text();
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) texts << button->text();
  if (const auto* group = qobject_cast<const QGroupBox*>(&widget)) texts << group->title();
  if (const auto* bar = qobject_cast<const QProgressBar*>(&widget)) texts << bar->format();
  if (const auto* dock = qobject_cast<const QDockWidget*>(&widget)) texts << dock->windowTitle();
  if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) texts << line->placeholderText();
  if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
    for (int i = 0; i < tabs->count(); ++i) texts << tabs->tabText(i);
  if (const auto* box = qobject_cast<const QComboBox*>(&widget))
    for (int i = 0; i < box->count(); ++i) texts << box->itemText(i);
  if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view && view->model())
    for (int i = 0; i < view->model()->columnCount(); ++i)
      for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
        texts << view->model()->headerData(i, Qt::Horizontal, role).toString();
}

// Texts of the window in which a word was forgotten. Options say themselves what they are.
QStringList englishIn(const QWidget& window) {
  QStringList texts;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    const QWidget* form = widget;
    while (form && !qobject_cast<const OptionForm*>(form)) form = form->parentWidget();
    if (!form) addTexts(texts, *widget);
  }
  texts.removeIf(mayBeEnglish);
  texts.removeDuplicates();
  return texts;
}

}  // namespace

TEST_CASE("every name of an index, a control's quantity and a look is Korean in the Korean window") {
  testApplication();
  const Korean korean;
  const ReportTexts report("ko");
  for (const ReportedIndex& index : reported_indices()) {
    CAPTURE(index.name);
    CHECK(indexName(index.name).toStdString() == report.name(index.name));  // one word for one thing
    CHECK(isKorean(indexName(index.name)));
  }
  for (const ControlQuantityName& quantity : control_quantities()) {
    CAPTURE(quantity.name);
    CHECK(isKorean(indexName(quantity.name)));
  }
  for (const std::string& preset : volumePresets()) {
    CAPTURE(preset);
    CHECK(isKorean(presetName(preset)));
    CHECK_THROWS_AS(saveLook(presetName(preset), {}), InputError);
  }
}

TEST_CASE("a sample is reviewed in Korean, and no word of the window is left in English") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  const Korean korean;
  Day day;
  day.createAccounts();
  day.import();
  const auto tip = [&] { return day.gallery().currentIndex().data(Qt::ToolTipRole).toString(); };
  CHECK(tip().contains("미분류, 미판독"));
  CHECK(tip().contains("평균 굴절률"));
  CHECK(day.view().findChild<QProgressBar*>("review progress")->format() == "8개 중 0개 판독함");
  keepScreenshot(day.window, "korean-review");
  day.gallery().setFocus();
  day.press(Qt::Key_A);
  day.settle(1);
  CHECK(day.view().findChild<QProgressBar*>("review progress")->format() == "8개 중 1개 판독함");
  day.view().workspaces().setCurrentWidget(&day.view().statistics());
  REQUIRE(QTest::qWaitFor([&] { return day.view().statistics().shown() != nullptr; }, kPatienceMs));
  keepScreenshot(day.window, "korean-statistics");
  day.window.openFile(day.folder / "scans" / "a.tomocyte.h5");
  REQUIRE(QTest::qWaitFor([&] { return !day.window.job().busy() && day.window.windowTitle().contains("a.tomocyte"); },
                          kPatienceMs));
  keepScreenshot(day.window, "korean-tomogram");
  for (const QString& text : englishIn(day.window)) UNSCOPED_INFO(text.toStdString());
  CHECK(englishIn(day.window).isEmpty());
}
