// One connection to SQLite or PostgreSQL through QtSql, with errors that say what to do. Internal to core/catalog: the
// only header there that shows Qt.
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/catalog/location.h"

namespace tomocyte {

enum class Engine { kSqlite, kPostgresql };

[[nodiscard]] inline QVariant to_variant(const std::string& text) { return QString::fromStdString(text); }
[[nodiscard]] inline QVariant to_variant(const char* text) { return QString::fromUtf8(text); }
[[nodiscard]] inline QVariant to_variant(std::int64_t number) { return static_cast<qlonglong>(number); }
[[nodiscard]] inline QVariant to_variant(int number) { return number; }
[[nodiscard]] inline QVariant to_variant(bool flag) { return flag ? 1 : 0; }
[[nodiscard]] inline QVariant to_variant(double number) { return number; }
[[nodiscard]] inline QVariant to_variant(const QByteArray& bytes) { return bytes; }
[[nodiscard]] inline QVariant to_variant(const QVariant& value) { return value; }
template <class T>
[[nodiscard]] QVariant to_variant(const std::optional<T>& value) {
  return value ? to_variant(*value) : QVariant();
}

class Database;

// A prepared statement and the rows it found. Columns are read in their order, each once per row.
class Statement {
 public:
  Statement(const Database& database, QSqlQuery query, std::string sql)
      : database_(&database), query_(std::move(query)), sql_(std::move(sql)) {}

  // Runs it. Throws CatalogError.
  template <class... Values>
  Statement& run(const Values&... values) {
    return execute({to_variant(values)...});
  }
  Statement& execute(const QVariantList& values);

  bool next();
  [[nodiscard]] std::string text() { return query_.value(column_++).toString().toStdString(); }
  [[nodiscard]] std::int64_t integer() { return query_.value(column_++).toLongLong(); }
  [[nodiscard]] int small() { return query_.value(column_++).toInt(); }
  [[nodiscard]] bool flag() { return query_.value(column_++).toInt() != 0; }
  [[nodiscard]] double number() { return query_.value(column_++).toDouble(); }
  [[nodiscard]] QByteArray bytes() { return query_.value(column_++).toByteArray(); }
  [[nodiscard]] std::optional<double> optional_number();
  [[nodiscard]] std::optional<std::int64_t> optional_integer();

 private:
  const Database* database_;
  QSqlQuery query_;
  std::string sql_;
  int column_ = 0;
};

class Database {
 public:
  // Connects; makes no tables. Throws CatalogError.
  explicit Database(const CatalogLocation& location);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] Engine engine() const { return location_.on_server() ? Engine::kPostgresql : Engine::kSqlite; }
  [[nodiscard]] const CatalogLocation& location() const { return location_; }
  [[nodiscard]] bool has_table(const std::string& name) const;
  [[nodiscard]] bool is_empty() const { return connection_.tables().isEmpty(); }

  [[nodiscard]] Statement prepare(const std::string& sql) const;
  template <class... Values>
  Statement run(const std::string& sql, const Values&... values) const {
    Statement statement = prepare(sql);
    statement.run(values...);
    return statement;
  }
  // As it stands, without preparing: definitions of tables, BEGIN, PRAGMA. Throws CatalogError.
  Statement command(const std::string& sql) const;

  // Throws CatalogError.
  [[noreturn]] void fail(const QSqlError& error, const std::string& sql) const;

 private:
  void connect();
  void prepare_session() const;

  CatalogLocation location_;
  QString connection_name_;
  QSqlDatabase connection_;
};

// Writers come one after the other on both engines; readers see one state and hold nobody up. What is not committed is
// undone.
class Transaction {
 public:
  enum class Kind { kWrite, kRead };
  explicit Transaction(const Database& database, Kind kind = Kind::kWrite);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  // On disk when it returns.
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace tomocyte
