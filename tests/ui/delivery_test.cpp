// Signed reports on their way to the laboratory's system, and earlier versions of them.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <algorithm>
#include <atomic>

#include "app/workflow/laboratory_settings.h"
#include "app/workflow/sample_report.h"
#include "core/catalog/samples.h"
#include "core/error.h"
#include "desk_fixture.h"
#include "test_application.h"
#include "tests/core/report/hl7_listener.h"
#include "ui/laboratory/message_sender.h"
#include "ui/laboratory/messages_dialog.h"
#include "ui/notice_bar.h"
#include "ui/samples/export_report.h"
#include "ui/samples/report_panel.h"
#include "ui/samples/review_view.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

void set(Desk& desk, const char* name, const std::string& json) {
  Catalog station = desk.other("admin");
  static_cast<void>(set_laboratory_setting(station, name, json, get_setting(station, name).revision));
}

DeliverySettings into_folder(const Desk& desk) {
  DeliverySettings delivery;
  delivery.way = "folder";
  delivery.queue = desk.catalog.file("outbox");
  delivery.drop_folder = desk.catalog.file("inbox");
  return delivery;
}

// Signs what the panel shows, with a reason for everything that asks for one.
void sign(Desk& desk, const QString& button) {
  QTimer::singleShot(100, &desk.view, [] {
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    if (!dialog) return;
    for (auto* field : dialog->findChildren<QLineEdit*>()) field->setText("because of the test");
    dialog->findChild<QLineEdit*>("password")->setText(kPassword);
    dialog->accept();
  });
  press(desk.view.report(), button);
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::exists(folder))
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

TEST_CASE("a report that is signed in the window goes to the laboratory's system by itself", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  const RecordId sample = desk.addSample("S-1", 4);
  const auto delivery = into_folder(desk);
  set(desk, kDeliverySetting, delivery_settings_to_json(delivery));
  desk.signIn("kim");
  auto& sender = *desk.view.findChild<MessageSender*>();
  waitFor([&] { return sender.state().settings.is_set(); });
  waitFor([&] { return desk.view.report().report() != nullptr; });
  CHECK_FALSE(desk.find<QPushButton>("deliver")->isEnabled());  // nothing is signed
  sign(desk, "Sign…");
  // The folder to write to is not there yet: the message waits, and the dialog says why.
  waitFor([&] { return sender.state().waiting.size() == 1 && sender.state().waiting[0].attempts > 0; });
  desk.action("Outgoing reports…")->trigger();
  auto& dialog = *desk.view.findChild<MessagesDialog*>();
  auto* table = desk.find<QTableWidget>("messages");
  CHECK(table->item(0, 0)->text() == "waiting");
  CHECK(table->item(0, 5)->text().contains("inbox"));
  table->selectRow(0);
  keepPicture(dialog, "messages-waiting");
  std::filesystem::create_directory(delivery.drop_folder);
  press(dialog, "&Send now");
  waitFor([&] { return sender.state().sent.size() == 1 && sender.state().waiting.empty(); });
  REQUIRE(files_in(delivery.drop_folder).size() == 1);
  const std::string message = bytes_of(files_in(delivery.drop_folder)[0]);
  CHECK(contains(message, "ORU^R01"));
  CHECK(contains(message, "S-1"));

  // Sent once, however often it is asked for.
  waitFor([&] { return desk.find<QPushButton>("deliver")->isEnabled(); });
  desk.click("deliver");
  sender.sendNow();
  QSignalSpy passes(&sender, &MessageSender::changed);
  waitFor([&] { return passes.count() > 0; });
  CHECK(sender.state().waiting.empty());
  CHECK(files_in(delivery.drop_folder).size() == 1);

  // Another program holds the queue: explained, and done as soon as it is free.
  {
    std::optional<OutboundQueue> held;
    waitFor([&] {
      try {
        held.emplace(delivery.queue);
      } catch (const FileError&) {  // the sender is at it
      }
      return held.has_value();
    });
    const Catalog station = desk.other("kim");
    auto& review = desk.view.review();
    review.list().setCurrentIndex(review.model().index(0));
    QTest::keyClick(&review.list(), Qt::Key_A);
    waitFor([&] {
      return get_sample(station, sample).state == SampleState::kToReview ||
             get_sample(station, sample).state == SampleState::kToSign;
    });
    waitFor([&] { return desk.view.report().report() && !desk.view.report().report()->is_signed; });
    sign(desk, "Amend…");
    waitFor([&] { return sender.state().unplaced == 1; });
    CHECK(desk.view.notices().shows("unplaced messages"));
    CHECK(desk.find<QLabel>("queue problem")->text().contains("another Tomocyte sends from this queue"));
    keepPicture(dialog, "messages-held");
  }
  waitFor([&] { return sender.state().sent.size() == 2; });
  CHECK(files_in(delivery.drop_folder).size() == 2);
  keepPicture(dialog, "messages-sent");

  // The first version can still be seen and exported.
  auto* versions = desk.find<QComboBox>("report versions");
  waitFor([&] { return versions->count() == 3; });
  desk.view.report().showVersion(1);
  const auto version = [&] { return desk.view.report().report()->collected.report.version; };
  waitFor([&] { return version() == 1; });
  CHECK(versions->currentText().contains("Version 1"));
  keepPicture(desk.view, "versions");
  for (const ReportFormat& format : reportFormats()) {
    if (std::string(format.key) == "fcs") continue;  // its cells' classes of that time are not kept
    const auto path = desk.catalog.file(std::string("first") + format.ending);
    desk.view.report().exportTo(path, format);
    waitFor([&] { return std::filesystem::exists(path) && !desk.job.busy(); });
    if (std::string(format.key) == "json") CHECK(contains(bytes_of(path), "\"version\": 1"));
  }
}

TEST_CASE("a report that the receiver refuses is dead, told of, and tried again when somebody says so", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  std::atomic<bool> accepts = false;
  Hl7Listener receiver(
      [&](const std::string& message) { return acknowledgement(accepts ? "AA" : "AR", control_id_of(message)); });
  Desk desk;
  desk.addSample("S-1", 4);
  DeliverySettings delivery;
  delivery.way = "mllp";
  delivery.queue = desk.catalog.file("outbox");
  delivery.mllp = receiver.options();
  set(desk, kDeliverySetting, delivery_settings_to_json(delivery));
  desk.signIn("kim");
  auto& sender = *desk.view.findChild<MessageSender*>();
  waitFor([&] { return sender.state().settings.is_set() && desk.view.report().report(); });
  sign(desk, "Sign…");
  waitFor([&] { return sender.state().dead.size() == 1; });
  REQUIRE(desk.view.notices().shows("dead messages"));
  press(desk.view.notices(), "Show");
  auto& dialog = *desk.view.findChild<MessagesDialog*>();
  waitFor([&] { return dialog.isVisible(); });
  desk.find<QTableWidget>("messages")->selectRow(0);
  CHECK(desk.find<QTableWidget>("messages")->item(0, 0)->text() == "dead");
  accepts = true;
  press(dialog, "&Try the dead one again");
  waitFor([&] { return sender.state().sent.size() == 1 && sender.state().dead.empty(); });
  CHECK_FALSE(desk.view.notices().shows("dead messages"));
  CHECK(receiver.received().size() == 2);
}

TEST_CASE("a report of the window is counted, headed and coded as the laboratory has set", "[desk]") {
  testApplication();
  if (!haveDisplay()) {
    WARN("skipped: the window needs a display");
    return;
  }
  Desk desk;
  desk.addSample("S-1", 4);
  LaboratorySettings own;
  own.layout.laboratory = {"Haematology North", "Ward 3"};
  own.layout.sections = {"comments", "differential"};
  std::ranges::find(own.classes.classes, "monocyte", &DifferentialClass::cell_class)->name = "Mono cells";
  own.loinc.percent.erase("monocyte");
  set(desk, kTemplateSetting, report_template_to_json(own.layout));
  set(desk, kClassesSetting, differential_table_to_json(own.classes));
  set(desk, kLoincSetting, loinc_table_to_json(own.loinc));
  desk.signIn("kim");
  waitFor([&] { return desk.view.report().report() != nullptr; });
  CHECK(desk.find<QTextBrowser>("report preview")->toPlainText().contains("Mono cells"));
  const Report& report = desk.view.report().report()->collected.report;
  CHECK(report.laboratory.name == "Haematology North");
  for (const ReportFormat& format : reportFormats()) {
    if (std::string(format.key) != "hl7") continue;
    const auto path = desk.catalog.file("own.hl7");
    desk.view.report().exportTo(path, format);
    waitFor([&] { return std::filesystem::exists(path) && !desk.job.busy(); });
    CHECK_FALSE(contains(bytes_of(path), "26485-3"));
    CHECK(contains(bytes_of(path), "26478-8"));
  }
}
