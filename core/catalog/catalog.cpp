#include "core/catalog/catalog.h"

#include <ctime>

#include "core/catalog/catalog_error.h"
#include "core/catalog/database.h"
#include "core/catalog/migrations.h"

namespace tomocyte {
namespace {

void refuse_absent(const CatalogLocation& location, const CatalogOptions& options) {
  if (location.on_server() || options.create || std::filesystem::exists(location.file)) return;
  throw CatalogError(describe(location) + ": there is no catalog",
                     "Check the path; `tomocyte catalog users add` begins a new one.");
}

}  // namespace

Catalog::Catalog(const CatalogLocation& location, CatalogOptions options) : options_(std::move(options)) {
  refuse_absent(location, options_);
  database_ = std::make_unique<Database>(location);
  migrate(*database_, {kSchemaVersion, options_.create, time_utc()});
}

Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

const CatalogLocation& Catalog::location() const { return database_->location(); }

std::string Catalog::time_utc(std::chrono::seconds later) const {
  const std::time_t time = std::chrono::system_clock::to_time_t(options_.now() + later);
  std::tm utc{};
  gmtime_r(&time, &utc);
  char text[sizeof "2026-01-01T00:00:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

}  // namespace tomocyte
