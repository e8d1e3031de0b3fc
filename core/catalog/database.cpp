#include "core/catalog/database.h"

#include <fmt/format.h>

#include <QSqlError>
#include <QUuid>

#include "core/catalog/catalog_error.h"

namespace tomocyte {
namespace {

constexpr int kBusyTimeoutMs = 10000;
// Any number that no other program takes for an advisory lock of the same database.
constexpr const char* kWriterLock = "SELECT pg_advisory_xact_lock(746069)";

std::string message_of(const QSqlError& error) {
  const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
  return text.simplified().toStdString();
}

// SQLite's result codes and PostgreSQL's SQLSTATE classes.
std::string remedy_for(Engine engine, const std::string& code) {
  if (engine == Engine::kSqlite) {
    if (code == "5" || code == "6") return "Another program is writing to the catalog; try again.";
    if (code == "8" || code == "14") return "Check that you may write to the file and to its folder.";
    if (code == "13") return "The disk is full; free some space and try again.";
    if (code == "11" || code == "26")
      return "The file is damaged or no catalog; restore a backup (tomocyte catalog restore).";
    return {};
  }
  if (code.empty() || code.starts_with("08") || code.starts_with("57"))
    return "Check that the server runs and can be reached, and open the catalog again; what was not acknowledged is "
           "not "
           "stored.";
  if (code.starts_with("53")) return "The server's disk or memory is full; tell its administrator.";
  if (code.starts_with("42501"))
    return "The server's user may not do this; see docs/catalog.md for the rights it needs.";
  return {};
}

void roll_back(const Database& database) {
  try {
    database.command("ROLLBACK");
  } catch (const CatalogError&) {
    // The connection is gone, and with it the transaction.
  }
}

}  // namespace

Statement& Statement::execute(const QVariantList& values) {
  for (qsizetype i = 0; i < values.size(); ++i) query_.bindValue(static_cast<int>(i), values[i]);
  if (!query_.exec()) database_->fail(query_.lastError(), sql_);
  return *this;
}

bool Statement::next() {
  column_ = 0;
  return query_.next();
}

std::optional<double> Statement::optional_number() {
  const QVariant value = query_.value(column_++);
  return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

std::optional<std::int64_t> Statement::optional_integer() {
  const QVariant value = query_.value(column_++);
  return value.isNull() ? std::nullopt : std::optional<std::int64_t>(value.toLongLong());
}

Database::Database(const CatalogLocation& location)
    : location_(location), connection_name_(QUuid::createUuid().toString()) {
  const char* driver = location.on_server() ? "QPSQL" : "QSQLITE";
  if (!QSqlDatabase::isDriverAvailable(driver))
    throw CatalogError(fmt::format("{}: Qt's driver {} is not installed", describe(location), driver),
                       location.on_server() ? "Install the package libqt6sql6-psql." : "Install libqt6sql6-sqlite.");
  connection_ = QSqlDatabase::addDatabase(driver, connection_name_);
  try {
    connect();
  } catch (...) {
    connection_ = {};
    QSqlDatabase::removeDatabase(connection_name_);
    throw;
  }
}

Database::~Database() {
  connection_.close();
  connection_ = {};
  QSqlDatabase::removeDatabase(connection_name_);
}

void Database::connect() {
  if (location_.on_server()) {
    connection_.setHostName(QString::fromStdString(location_.host));
    connection_.setPort(location_.port);
    connection_.setDatabaseName(QString::fromStdString(location_.database));
    connection_.setUserName(QString::fromStdString(location_.user));
    connection_.setPassword(QString::fromStdString(location_.password));
    connection_.setConnectOptions("connect_timeout=10");
  } else {
    connection_.setDatabaseName(QString::fromStdString(location_.file.string()));
    connection_.setConnectOptions(QString("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs));
  }
  if (!connection_.open())
    throw CatalogError(
        fmt::format("{}: the catalog cannot be opened: {}", describe(location_), message_of(connection_.lastError())),
        remedy_for(engine(), connection_.lastError().nativeErrorCode().toStdString()));
  prepare_session();
}

void Database::prepare_session() const {
  if (engine() == Engine::kPostgresql) {
    // Refusals in English on every server, notices of "already exists" not at all; a commit waits for the disk.
    for (const char* sql : {"SET client_min_messages = warning", "SET synchronous_commit = on"}) command(sql);
    return;
  }
  // Asking the schema reads the file: a file that is no database is refused here, before anything is changed in it.
  command("SELECT count(*) FROM sqlite_master");
  for (const char* sql : {"PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL"}) command(sql);
}

bool Database::has_table(const std::string& name) const {
  return connection_.tables().contains(QString::fromStdString(name));
}

Statement Database::prepare(const std::string& sql) const {
  QSqlQuery query(connection_);
  query.setForwardOnly(true);
  if (!query.prepare(QString::fromStdString(sql))) fail(query.lastError(), sql);
  return {*this, std::move(query), sql};
}

Statement Database::command(const std::string& sql) const {
  QSqlQuery query(connection_);
  query.setForwardOnly(true);
  if (!query.exec(QString::fromStdString(sql))) fail(query.lastError(), sql);
  return {*this, std::move(query), sql};
}

void Database::fail(const QSqlError& error, const std::string& sql) const {
  throw CatalogError(
      fmt::format("{}: {} (in \"{}\")", describe(location_), message_of(error), sql.substr(0, sql.find('\n'))),
      remedy_for(engine(), error.nativeErrorCode().toStdString()));
}

Transaction::Transaction(const Database& database, Kind kind) : database_(database) {
  const bool server = database.engine() == Engine::kPostgresql;
  if (kind == Kind::kRead) {
    database.command(server ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN");
    return;
  }
  if (!server) {
    database.command("BEGIN IMMEDIATE");
    return;
  }
  database.command("BEGIN");
  try {
    database.command(kWriterLock);
  } catch (...) {
    roll_back(database);
    throw;
  }
}

Transaction::~Transaction() {
  if (open_) roll_back(database_);
}

void Transaction::commit() {
  database_.command("COMMIT");
  open_ = false;
}

}  // namespace tomocyte
