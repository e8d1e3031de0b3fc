// The laboratory's settings, edited in the window.
#include <QAction>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>

#include "app/workflow/laboratory_settings.h"
#include "desk_fixture.h"
#include "test_application.h"
#include "ui/laboratory/settings_dialog.h"
#include "ui/laboratory/template_page.h"
#include "ui/samples/report_panel.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

SettingsDialog& opened(Desk& desk) {
  desk.signIn("admin");
  desk.action("Settings…")->trigger();
  return *desk.view.findChild<SettingsDialog*>();
}

}  // namespace

TEST_CASE("an administrator sets laboratory, logo and sections of the report, and sees the page before it is saved",
          "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  desk.addSample("S-1", 4);
  SettingsDialog& dialog = opened(desk);
  waitFor([&] { return !desk.find<QLabel>("page preview")->pixmap().isNull(); });
  const QImage before = desk.find<QLabel>("page preview")->pixmap().toImage();
  desk.type("laboratory name", "Haematology North");
  QImage logo(64, 32, QImage::Format_RGB32);
  logo.fill(Qt::darkGreen);
  const auto file = desk.catalog.file("logo.png");
  REQUIRE(logo.save(QString::fromStdString(file.string())));
  dynamic_cast<TemplatePage&>(dialog.page(kTemplateSetting)).setLogo(file);
  auto* sections = desk.find<QListWidget>("sections");
  sections->setCurrentRow(sections->count() - 1);
  press(dialog, "&Up");
  waitFor([&] { return desk.find<QLabel>("page preview")->pixmap().toImage() != before; });
  keepPicture(dialog, "settings-pages");
  CHECK(get_setting(desk.other(), kTemplateSetting).revision == 0);
  press(dialog, "&Save this page");
  waitFor([&] { return get_setting(desk.other(), kTemplateSetting).revision == 1; });
  std::filesystem::remove(file);  // the picture is in the catalog
  const ReportTemplate kept = laboratory_settings(desk.other()).layout;
  CHECK(kept.laboratory.name == "Haematology North");
  CHECK(kept.logo_data.starts_with("data:image/png;base64,iVBOR"));
  CHECK(kept.sections[kept.sections.size() - 2] == "signature");
  waitFor([&] {
    const auto& report = desk.view.report().report();
    return report && report->collected.report.laboratory.name == "Haematology North";
  });

  // A template without its differential is refused while it is edited.
  for (int row = 0; row < sections->count(); ++row)
    if (sections->item(row)->text().startsWith("Differential")) sections->item(row)->setCheckState(Qt::Unchecked);
  CHECK(desk.find<QLabel>("settings said")->text().contains("without its differential"));
  press(dialog, "Give up the &changes");
  waitFor([&] { return desk.find<QLabel>("settings said")->text().isEmpty(); });
  press(dialog, "As it &ships");
  waitFor([&] { return laboratory_settings(desk.other()).layout.laboratory.name.empty(); });
}

TEST_CASE("tables of classes and codes are checked while they are edited, and go in and out as JSON", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  SettingsDialog& dialog = opened(desk);
  auto* said = desk.find<QLabel>("settings said");
  waitFor([&] { return dialog.isVisible(); });
  dialog.choose(kClassesSetting);
  auto* classes = desk.find<QTableWidget>("classes");
  REQUIRE(classes->item(0, 0)->text() == "neutrophil");
  classes->item(0, 5)->setText("39,5");
  CHECK(said->text().contains("Neutrophils, percent: \"39,5\" is no number"));
  classes->item(0, 5)->setText("90");
  CHECK(said->text().contains("90 to 75 is no range"));
  classes->item(0, 5)->setText("39.5");
  classes->setCurrentCell(0, 0);
  press(dialog, "Do&wn");
  CHECK(classes->item(1, 0)->text() == "neutrophil");
  keepPicture(dialog, "settings-classes");
  press(dialog, "&Save this page");
  waitFor([&] { return get_setting(desk.other(), kClassesSetting).revision == 1; });
  const DifferentialTable kept = laboratory_settings(desk.other()).classes;
  CHECK(kept.classes[1].cell_class == "neutrophil");
  CHECK(kept.classes[1].percent == ReferenceRange{39.5, 75.0});
  CHECK(kept.classes[1].absolute_1e9_l == ReferenceRange{2.0, 7.0});
  CHECK(kept.classes.size() == default_differential_table().classes.size());

  dialog.choose(kLoincSetting);
  auto* codes = desk.find<QTableWidget>("codes");
  REQUIRE(codes->item(0, 0)->text() == "basophil");
  codes->item(0, 1)->setText("30180-5");
  CHECK(said->text().contains("its check digit is wrong"));
  keepPicture(dialog, "settings-codes");
  press(dialog, "Give up the &changes");
  waitFor([&] { return codes->item(0, 1)->text() == "30180-4"; });

  // Somebody else is faster: refused with the name; what was typed is still there.
  codes->item(0, 2)->setText("Basophils of ours");
  {
    Catalog station = desk.other("admin");
    set_laboratory_setting(station, kLoincSetting, shipped_setting(kLoincSetting), 0);
  }
  press(dialog, "&Save this page");
  waitFor([&] { return said->text().contains("has changed the laboratory's setting"); });
  CHECK(codes->item(0, 2)->text() == "Basophils of ours");

  const auto file = desk.catalog.file("codes.json");
  dialog.exportTo(file);
  CHECK(loinc_table_from_json(bytes_of(file)).percent.at("basophil").display == "Basophils of ours");
  write_bytes(file, "{}");
  dialog.importFrom(file);
  CHECK(said->text().contains("able of LOINC codes"));

  dialog.choose(kDeliverySetting);
  desk.find<QComboBox>("delivery way")->setCurrentIndex(2);
  CHECK(said->text().contains("no queue folder"));
  desk.type("queue folder", "outbox");
  CHECK(said->text().contains("does not begin with /"));
  desk.type("queue folder", "/srv/outbox");
  desk.type("drop folder", "/srv/inbox");
  CHECK(said->text().isEmpty());
  keepPicture(dialog, "settings-delivery");
  press(dialog, "&Save this page");
  waitFor([&] { return laboratory_settings(desk.other()).delivery.way == "folder"; });
}
