// Pictures and turntables of the 3D view as files.
#include "ui/viewer/turntable.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include "body.h"
#include "core/error.h"
#include "shot_of.h"
#include "test_application.h"
#include "tests/catch.h"
#include "ui/viewer/picture_dialog.h"

using namespace tomocyte;

namespace {

VolumeSubject subjectOf(std::shared_ptr<const Scan> scan) {
  VolumeSubject subject;
  subject.scan = std::move(scan);
  return subject;
}

std::size_t filesIn(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a turntable is one picture per step, each turned, each labelled, SIMULATED where it is") {
  testApplication();
  const QTemporaryDir folder;
  const std::filesystem::path path = (folder.path() + "/turn").toStdString();
  VolumeSubject subject = subjectOf(scanOfBody());
  subject.look.clip = {true, {1, 0, 0}, 1.0};  // what is cut open looks different from each side
  write_turntable(subject, path, {200, 160, 3, 24.0});
  CHECK(filesIn(path) == 3);
  const QImage first(QString::fromStdString((path / "frame-0001.png").string()));
  const QImage second(QString::fromStdString((path / "frame-0002.png").string()));
  REQUIRE(first.size() == QSize(200, 160));
  CHECK(first != second);
  int badge = 0;
  for (int y = 0; y < 40; ++y)
    for (int x = 100; x < 200; ++x) badge += first.pixel(x, y) == qRgb(0xe6, 0x9f, 0x00);
  CHECK(badge > 100);
  CHECK_THROWS_AS(write_turntable(subject, path, {200, 160, 3, 24.0}), FileError);  // somebody's frames
  CHECK_THROWS_AS(write_turntable(subject, path / "no" / "folder", {200, 160, 3, 24.0}), FileError);
  CHECK_THROWS_AS(write_turntable(subject, path, {200, 160, 1, 24.0}), InputError);
  CHECK_THROWS_AS(write_turntable(subjectOf(std::make_shared<Scan>()), path, {}), InputError);
}

TEST_CASE("a cancelled turntable leaves nothing") {
  testApplication();
  const QTemporaryDir folder;
  const std::filesystem::path path = (folder.path() + "/turn").toStdString();
  std::stop_source stop;
  const Progress progress(
      [&](double fraction, const std::string&) {
        if (fraction > 0.3) stop.request_stop();
      },
      stop.get_token());
  CHECK_THROWS_AS(write_turntable(subjectOf(scanOfBody()), path, {100, 80, 10, 24.0}, progress), Cancelled);
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a movie is an MP4 where ffmpeg is installed, and says what to do where it is not") {
  testApplication();
  const QTemporaryDir folder;
  const std::filesystem::path path = (folder.path() + "/turn.mp4").toStdString();
  const VolumeSubject subject = subjectOf(scanOfBody());
  const QByteArray before = qgetenv("PATH");
  if (canWriteMovies()) {
    write_turntable(subject, path, {101, 80, 4, 24.0});
    CHECK(std::filesystem::file_size(path) > 500);
    CHECK(filesIn(folder.path().toStdString()) == 1);
  } else {
    WARN("ffmpeg is not installed: no movie is made");
  }
  qputenv("PATH", folder.path().toUtf8());  // nothing is there
  CHECK_FALSE(canWriteMovies());
  CHECK_THROWS_AS(write_turntable(subject, path, {100, 80, 4, 24.0}), DeviceError);
  qputenv("PATH", before);
}

TEST_CASE("the dialog writes the picture of the view beside the window's own work") {
  testApplication();
  if (!haveDisplay()) {
    WARN("no display: the window is not tested");
    return;
  }
  const QTemporaryDir folder;
  const QString path = folder.path() + "/view.png";
  PictureDialog dialog(subjectOf(scanOfBody()), {320, 240});
  dialog.show();
  QString written;
  QObject::connect(&dialog, &PictureDialog::written, [&](const QString& name) { written = name; });
  dialog.write(path.toStdString());
  CHECK(dialog.busy());
  REQUIRE(QTest::qWaitFor([&] { return !dialog.busy(); }, 30'000));
  CHECK(written == path);
  CHECK(QImage(path).size() == QSize(320, 240));
  saveShot(dialog, "dialog");
}
