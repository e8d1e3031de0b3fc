// Starting the window: once per user, over a dead program's lock, and without settings that do not work.
#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTest>
#include <csignal>

#include "test_application.h"
#include "tests/catch.h"
#include "tests/core/files_fixture.h"
#include "ui/start/single_instance.h"
#include "ui/start/start_guard.h"

using namespace tomocyte;
using namespace tomocyte::test;

namespace {

constexpr const char* kInstanceFolder = "TOMOCYTE_TEST_INSTANCE_FOLDER";

QString pathOf(const Folder& folder) { return QString::fromStdString((folder / "run").string()); }

}  // namespace

// The child of the tests below.
TEST_CASE("holds the lock of the window until it is killed", "[.child]") {
  testApplication();
  const SingleInstance instance(qEnvironmentVariable(kInstanceFolder));
  REQUIRE(instance.first());
  QString file;
  QObject::connect(&instance, &SingleInstance::wanted, [&](const QString& wanted) { file = wanted; });
  QFile out;
  REQUIRE(out.open(stdout, QIODevice::WriteOnly));
  out.write("ready\n");
  out.flush();
  REQUIRE(QTest::qWaitFor([&] { return !file.isEmpty(); }, kPatienceMs));
  out.write("opens " + file.toUtf8() + '\n');
  out.flush();
  QTest::qWait(kPatienceMs);
}

TEST_CASE("a second start hands its file to the first; when that one is killed, the next takes its place") {
  testApplication();
  const Folder folder;
  QProcess child;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(kInstanceFolder, pathOf(folder));
  child.setProcessEnvironment(environment);
  child.start(QCoreApplication::applicationFilePath(), {"holds the lock of the window until it is killed"});
  QByteArray said;
  const auto says = [&](const QByteArray& text) {
    return QTest::qWaitFor([&] { return (said += child.readAll()).contains(text); }, kPatienceMs);
  };
  REQUIRE(says("ready\n"));
  {
    const SingleInstance second(pathOf(folder));
    CHECK_FALSE(second.first());
    CHECK(second.holder() == child.processId());
    CHECK(second.handOver("/data/scan one.tomocyte.h5"));
    CHECK(says("opens /data/scan one.tomocyte.h5\n"));
  }
  // A program that hangs does not answer.
  ::kill(static_cast<pid_t>(child.processId()), SIGSTOP);
  CHECK_FALSE(SingleInstance(pathOf(folder)).handOver({}));
  child.kill();
  REQUIRE(child.waitForFinished(kPatienceMs));
  const SingleInstance next(pathOf(folder));
  CHECK(next.first());
}

TEST_CASE("a start that failed is noticed by the next one only") {
  const Folder folder;
  {
    const StartGuard first(pathOf(folder));
    CHECK_FALSE(first.lastStartFailed());
  }
  StartGuard second(pathOf(folder));
  CHECK(second.lastStartFailed());
  second.succeeded();
  CHECK_FALSE(StartGuard(pathOf(folder)).lastStartFailed());
}

TEST_CASE("a settings file that cannot be read is put aside, a good one is not touched") {
  testApplication();
  QSettings().setValue("theme", "light");
  CHECK(putBrokenSettingsAside().isEmpty());
  CHECK(QSettings().value("theme").toString() == "light");
  const QString file = QSettings().fileName();
  QSettings().clear();
  {
    QFile broken(file);
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("[General\ntheme=li\nght\n]]");
  }
  const QString aside = putBrokenSettingsAside();
  CHECK(QFile::exists(aside));
  CHECK_FALSE(QFile::exists(file));
  QFile::remove(aside);
}
