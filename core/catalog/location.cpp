#include "core/catalog/location.h"

#include <fmt/format.h>

#include <QUrl>
#include <QUrlQuery>

#include "core/error.h"

namespace tomocyte {
namespace {

std::string part(const QUrlQuery& query, const char* key, const QString& otherwise) {
  return (query.hasQueryItem(key) ? query.queryItemValue(key, QUrl::FullyDecoded) : otherwise).toStdString();
}

}  // namespace

CatalogLocation catalog_location(const std::string& text) {
  CatalogLocation location;
  if (!text.starts_with("postgresql://") && !text.starts_with("postgres://")) {
    if (text.empty()) throw InputError("the catalog has no name", "Give a file or postgresql://host/database.");
    location.file = std::filesystem::absolute(text);
    return location;
  }
  const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
  const QUrlQuery query(url);
  location.host = part(query, "host", url.host());
  location.database = url.path().mid(1).toStdString();
  location.user = part(query, "user", url.userName());
  location.password = url.password().toStdString();
  bool is_number = true;
  const QString port = query.queryItemValue("port");
  location.port = port.isEmpty() ? url.port(location.port) : port.toInt(&is_number);
  if (!url.isValid() || location.database.empty() || !is_number)
    throw InputError(
        fmt::format("the catalog's address \"{}\" is not one", url.toDisplayString(QUrl::RemovePassword).toStdString()),
        "Write postgresql://user@host:5432/database.");
  return location;
}

std::string describe(const CatalogLocation& location) {
  if (!location.on_server()) return location.file.string();
  return fmt::format("database \"{}\" on {}", location.database,
                     location.host.empty() ? "this machine" : fmt::format("{}, port {}", location.host, location.port));
}

}  // namespace tomocyte
