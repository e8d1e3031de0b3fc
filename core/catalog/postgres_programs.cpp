#include "core/catalog/postgres_programs.h"

#include <fmt/format.h>

#include <QProcess>

#include "core/catalog/catalog_error.h"

namespace tomocyte {
namespace {

// The password goes by the environment: arguments can be read by every user of the computer.
QProcessEnvironment environment_for(const CatalogLocation& location) {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  if (!location.password.empty()) environment.insert("PGPASSWORD", QString::fromStdString(location.password));
  environment.insert("PGCONNECT_TIMEOUT", "10");
  return environment;
}

QStringList connection_arguments(const CatalogLocation& location) {
  QStringList arguments = {"--port", QString::number(location.port), "--no-password"};
  if (!location.host.empty()) arguments << "--host" << QString::fromStdString(location.host);
  if (!location.user.empty()) arguments << "--username" << QString::fromStdString(location.user);
  return arguments;
}

void run(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment) {
  QProcess process;
  process.setProcessEnvironment(environment);
  process.start(program, arguments);
  if (!process.waitForStarted())
    throw CatalogError(fmt::format("{} cannot be started", program.toStdString()),
                       "Install the package postgresql-client on this computer.");
  process.waitForFinished(-1);
  if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) return;
  throw CatalogError(
      fmt::format("{} failed: {}", program.toStdString(),
                  QString::fromUtf8(process.readAllStandardError()).simplified().toStdString()),
      "Check the server, its user's rights, and that this computer's PostgreSQL programs are not older than "
      "the server.");
}

}  // namespace

void dump_database(const CatalogLocation& location, const std::filesystem::path& file) {
  run("pg_dump",
      connection_arguments(location) << "--format=custom"
                                     << "--no-owner"
                                     << "--no-privileges"
                                     << "--file" << QString::fromStdString(file.string())
                                     << QString::fromStdString(location.database),
      environment_for(location));
}

void restore_database(const std::filesystem::path& file, const CatalogLocation& location) {
  run("pg_restore",
      connection_arguments(location) << "--no-owner"
                                     << "--no-privileges"
                                     << "--single-transaction"
                                     << "--exit-on-error"
                                     << "--dbname" << QString::fromStdString(location.database)
                                     << QString::fromStdString(file.string()),
      environment_for(location));
}

void check_dump(const std::filesystem::path& file) {
  run("pg_restore", {"--file=/dev/null", QString::fromStdString(file.string())},
      QProcessEnvironment::systemEnvironment());
}

}  // namespace tomocyte
